// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.delegation;

import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.cache.FakeTime;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.cache.Records;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegationFinderTest {
  private static final String HINTS =
      """
      . 1 IN NS a.root-servers.net.
      a.root-servers.net. 1 IN A 198.41.0.4
      """;

  private final FakeTime time = new FakeTime();
  private final ResolverLimits limits = ResolverLimits.DEFAULT;
  private final RRsetCache cache =
      new RRsetCache(limits, CacheOptions.DEFAULT, time, new SplittableRandom(1));
  private RootServers roots;
  private DelegationFinder finder;

  @BeforeEach
  void build() throws TextFormatException {
    roots = RootServers.fromHints(HINTS);
    finder = new DelegationFinder(cache, roots, limits);
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.com.,     A,   example.com.",
    "WWW.Example.COM.,     A,   example.com.",
    "example.com.,         A,   example.com.",
    "example.com.,         NS,  example.com.",
    "example.com.,         DS,  com.",
    "www.example.com.,     DS,  example.com.",
    "a.b.sub.example.com., A,   sub.example.com.",
    "sub.example.com.,     DS,  example.com.",
    "xexample.com.,        A,   com.",
    "com.,                 SOA, com.",
    "com.,                 DS,  .",
    "org.,                 A,   .",
    "example.org.,         DS,  .",
    ".,                    NS,  .",
    ".,                    DS,  ."
  })
  void findsTheDeepestDelegationAboveTheName(DomainName name, String type, DomainName zone) {
    delegate("com.", "a.gtld-servers.net.");
    delegate("example.com.", "ns.example.net.");
    delegate("sub.example.com.", "ns.example.net.");

    assertThat(finder.closest(name, RRType.parse(type)).zone()).isEqualTo(zone);
  }

  @Test
  void fallsBackToTheNextOneAboveWhenADelegationExpires() {
    cache.storeDelegation(rrset("com. 7200 IN NS a.gtld-servers.net."), DomainName.ROOT);
    cache.storeDelegation(rrset("example.com. 600 IN NS ns.example.net."), DomainName.of("com."));
    DomainName name = DomainName.of("www.example.com.");

    time.passSeconds(599);
    assertThat(finder.closest(name, RRType.A).zone()).hasToString("example.com.");
    time.passSeconds(1);
    assertThat(finder.closest(name, RRType.A).zone()).hasToString("com.");
    time.passSeconds(6600);
    assertThat(finder.closest(name, RRType.A)).isEqualTo(roots.cut());
  }

  @Test
  void givesTheAddressesThatTheCacheKnows() {
    cache.storeDelegation(
        rrset(
            "example.com. 600 IN NS ns1.example.com.",
            "example.com. 600 IN NS ns2.example.com.",
            "example.com. 600 IN NS ns.elsewhere.net."),
        DomainName.ROOT);
    cache.store(rrset("ns1.example.com. 600 IN A 192.0.2.1"), Trust.GLUE);
    cache.store(rrset("ns1.example.com. 600 IN AAAA 2001:db8::1"), Trust.ANSWER);
    cache.store(rrset("ns2.example.com. 600 IN A 192.0.2.2"), Trust.GLUE);

    assertThat(finder.closest(DomainName.of("example.com."), RRType.A))
        .isEqualTo(
            new ZoneCut(
                DomainName.of("example.com."),
                List.of(
                    server("ns1.example.com.", "192.0.2.1", "2001:db8::1"),
                    server("ns2.example.com.", "192.0.2.2"),
                    server("ns.elsewhere.net."))));
  }

  @Test
  void passesOverAZoneWhoseServersLieInItselfWithoutAnAddress() {
    delegate("com.", "a.gtld-servers.net.");
    cache.storeDelegation(
        rrset("example.com. 600 IN NS ns1.example.com.", "example.com. 600 IN NS ns2.example.com."),
        DomainName.ROOT);
    DomainName name = DomainName.of("www.example.com.");

    assertThat(finder.closest(name, RRType.A).zone()).hasToString("com.");

    cache.store(rrset("ns2.example.com. 600 IN A 192.0.2.2"), Trust.GLUE);
    assertThat(finder.closest(name, RRType.A).zone()).hasToString("example.com.");
  }

  @Test
  void prefersTheRootAsPrimedWhileAnAddressIsKnown() {
    cache.storeDelegation(rrset(". 600 IN NS m.root-servers.net."), DomainName.ROOT);
    assertThat(finder.closest(DomainName.ROOT, RRType.NS)).isEqualTo(roots.cut());

    cache.store(rrset("m.root-servers.net. 600 IN A 202.12.27.33"), Trust.GLUE);
    assertThat(finder.closest(DomainName.of("org."), RRType.A))
        .isEqualTo(
            new ZoneCut(DomainName.ROOT, List.of(server("m.root-servers.net.", "202.12.27.33"))));

    time.passSeconds(600);
    assertThat(finder.closest(DomainName.of("org."), RRType.A)).isEqualTo(roots.cut());
  }

  @Test
  void takesNoMoreNameServersThanTheLimit() {
    cache.storeDelegation(
        rrset(
            Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> "example.com. 600 IN NS ns" + i + ".example.net.")
                .toArray(String[]::new)),
        DomainName.ROOT);

    assertThat(finder.closest(DomainName.of("example.com."), RRType.A).nameServers()).hasSize(13);
  }

  @Test
  void takesAddressesOfBothFamiliesInTurnUpToTheLimit() {
    cache.store(Records.addresses("ns.example.com.", 10), Trust.GLUE);
    cache.store(
        rrset("ns.example.com. 600 IN AAAA 2001:db8::1", "ns.example.com. 600 IN AAAA 2001:db8::2"),
        Trust.GLUE);

    assertThat(finder.addressesOf(DomainName.of("ns.example.com.")))
        .containsExactly(
            addresses(
                "10.0.0.0", "2001:db8::1", "10.0.0.1", "2001:db8::2", "10.0.0.2", "10.0.0.3"));
  }

  @Test
  void knowsNoAddressOfANameServerThatIsAnAliasOrDenied() {
    cache.store(rrset("ns.example.com. 600 IN CNAME host.example.com."), Trust.ANSWER);
    cache.store(rrset("host.example.com. 600 IN A 192.0.2.1"), Trust.ANSWER);
    cache.storeNoSuchName(
        Records.question("gone.example.com. A"),
        rrset("example.com. 600 IN SOA ns.example.com. h.example.com. 1 2 3 4 600"));

    assertThat(finder.addressesOf(DomainName.of("ns.example.com."))).isEmpty();
    assertThat(finder.addressesOf(DomainName.of("gone.example.com."))).isEmpty();
  }

  private void delegate(String zone, String nameServer) {
    cache.storeDelegation(rrset(zone + " 600 IN NS " + nameServer), DomainName.ROOT);
  }

  private static NameServer server(String name, String... addresses) {
    return new NameServer(DomainName.of(name), List.of(addresses(addresses)));
  }

  private static InetAddress[] addresses(String... literals) {
    return Stream.of(literals).map(InetAddresses::forString).toArray(InetAddress[]::new);
  }
}
