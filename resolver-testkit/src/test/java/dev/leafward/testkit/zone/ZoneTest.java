// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.net.InetAddresses;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneTest {

  private static final String APEX =
      """
      $TTL 300
      @ SOA ns hostmaster 1 1800 900 604800 60
      @ NS ns
      ns A 192.0.2.53
      """;

  @Test
  void indexesItsRecordsByName() {
    Zone zone = Zone.parse("example.com.", APEX + "www 60 A 192.0.2.1\nwww 60 A 192.0.2.2\n");

    assertThat(zone.origin()).isEqualTo(DomainName.of("example.com."));
    assertThat(zone.recordCount()).isEqualTo(5);
    assertThat(zone.rrset(DomainName.of("WWW.Example.COM."), RRType.A).orElseThrow().rdata())
        .hasSize(2);
    assertThat(zone.rrset(DomainName.of("www.example.com."), RRType.AAAA)).isEmpty();
    assertThat(zone.nameServers().ttl()).isEqualTo(300);
  }

  @Test
  void countsEmptyNonTerminalsAmongItsNames() {
    Zone zone = Zone.parse("example.com.", APEX + "a.b.c A 192.0.2.1\n");

    assertThat(zone.names())
        .contains(DomainName.of("b.c.example.com."), DomainName.of("c.example.com."));
  }

  @Test
  void knowsItsDelegationsAndTheirGlue() {
    Zone zone =
        Zone.parse("example.com.", APEX + "sub NS ns.sub\nns.sub A 192.0.2.9\nns.sub AAAA ::9\n");

    assertThat(zone.delegations()).containsExactly(DomainName.of("sub.example.com."));
    assertThat(zone.addressesOf(DomainName.of("ns.sub.example.com.")))
        .isEqualTo(List.of(InetAddresses.forString("192.0.2.9"), InetAddresses.forString("::9")));
    assertThat(zone.isAuthoritativeFor(DomainName.of("ns.sub.example.com."))).isFalse();
    assertThat(zone.isAuthoritativeFor(DomainName.of("ns.example.com."))).isTrue();
  }

  @Test
  void tellsItsDelegationsInCanonicalOrder() {
    Zone zone =
        Zone.parse(
            "example.com.",
            APEX + "z NS ns\ne NS ns\nf.c NS ns\nM NS ns\nd.c NS ns\na NS ns\nb NS ns\n");

    assertThat(zone.delegations().stream().map(DomainName::toString))
        .containsExactly(
            "a.example.com.",
            "b.example.com.",
            "d.c.example.com.",
            "f.c.example.com.",
            "e.example.com.",
            "M.example.com.",
            "z.example.com.");
  }

  @Test
  void negativeTtlIsTheLesserOfTheSoasTwo() {
    Zone shortMinimum = Zone.parse("example.com.", APEX);
    Zone shortTtl = Zone.parse("example.com.", APEX.replace("@ SOA", "@ 5 SOA"));

    assertThat(shortMinimum.negativeSoa().ttl()).isEqualTo(60);
    assertThat(shortTtl.negativeSoa().ttl()).isEqualTo(5);
  }

  static Stream<Arguments> brokenZones() {
    return Stream.of(
        Arguments.of("", "has no SOA at its apex"),
        Arguments.of("@ 1 NS ns\nns 1 A 192.0.2.1", "has no SOA at its apex"),
        Arguments.of("@ 1 SOA a b 1 2 3 4 5", "has no NS at its apex"),
        Arguments.of(APEX + "@ SOA ns hostmaster 2 1800 900 604800 60", "more than one SOA"),
        Arguments.of(APEX + "sub SOA ns hostmaster 2 3 4 5 6", "a SOA that is not at its apex"),
        Arguments.of(APEX + "www.example.org. A 192.0.2.1", "a record outside itself"),
        Arguments.of(APEX + "www CH TXT x", "a class other than IN"),
        Arguments.of(APEX + "w CNAME x\nw A 192.0.2.1", "w.example.com. has A beside a CNAME"),
        Arguments.of(APEX + "w CNAME x\nw CNAME y", "w.example.com. has more than one CNAME"),
        Arguments.of(APEX + "w DNAME x\nw DNAME y", "w.example.com. has more than one DNAME"),
        Arguments.of(APEX + "d DNAME x\nw.d A 192.0.2.1", "w.d.example.com. lies below the DNAME"),
        Arguments.of(APEX + "s NS ns\ns TXT x", "s.example.com. is a zone cut, yet has TXT"),
        Arguments.of(APEX + "s NS ns\nw.s TXT x", "w.s.example.com. has TXT below the zone cut"),
        Arguments.of(APEX + "s NS ns\nw.s NS ns", "w.s.example.com. has NS below the zone cut"),
        Arguments.of(APEX + "s DS 1 8 2 00", "s.example.com. has DS without NS"),
        Arguments.of(APEX + "*.s NS ns", "*.s.example.com. is a wildcard with NS or DNAME"),
        Arguments.of(APEX + "w A 192.0.2.256", "example.com."),
        Arguments.of("@ A 192.0.2.1", "example.com."));
  }

  @ParameterizedTest
  @MethodSource("brokenZones")
  void refusesWhatIsNoZone(String text, String complaint) {
    assertThatExceptionOfType(InvalidZoneException.class)
        .isThrownBy(() -> Zone.parse("example.com.", text))
        .withMessageContaining(complaint)
        .withMessageStartingWith("zone example.com.");
  }
}
