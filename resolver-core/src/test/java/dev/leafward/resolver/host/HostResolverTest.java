// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.PolicyTable;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostResolverTest {
  private static final String ADDRESSES_OF_WWW = "2001:db8::1 192.0.2.1 192.0.2.2";

  private final FakeResolver resolver =
      new FakeResolver()
          .with("www.example. 300 A 192.0.2.1", "www.example. 300 A 192.0.2.2")
          .with("www.example. 60 AAAA 2001:db8::1");

  @Test
  void bothFamiliesAreAskedForAndPutInOrder() throws Exception {
    HostAnswer answer = builder().build().lookup("www.example");

    assertThat(addresses(answer)).isEqualTo(ADDRESSES_OF_WWW);
    assertThat(resolver.asked()).containsExactlyInAnyOrder("www.example. A", "www.example. AAAA");
  }

  @Test
  void addressesCarryTheTextThatWasLookedUp() throws Exception {
    HostAnswer answer = builder().build().lookup("WWW.example.");

    assertThat(answer.addresses())
        .allSatisfy(each -> assertThat(each.toString()).startsWith("WWW.example./"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BOTH       | 2001:db8::1 192.0.2.1 192.0.2.2 | 2
          IPV4       | 192.0.2.1 192.0.2.2             | 1
          IPV6       | 2001:db8::1                     | 1
          IPV4_FIRST | 192.0.2.1 192.0.2.2 2001:db8::1 | 2
          IPV6_FIRST | 2001:db8::1 192.0.2.1 192.0.2.2 | 2
          """)
  void familiesThatAreWantedAreAskedForAndNoOther(
      AddressFamilies families, String expected, int questions) throws Exception {
    assertThat(addresses(builder().build().lookup("www.example", families))).isEqualTo(expected);
    assertThat(resolver.asked()).hasSize(questions);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,                         BOTH,       true",
    "192.0.2.1 2001:db8::1,             BOTH,       false",
    "192.0.2.1 2001:db8::1,             IPV4_FIRST, true",
    "192.0.2.1 2001:db8::1,             IPV6_FIRST, true",
    "192.0.2.1 192.0.2.2 2001:db8::1,   IPV4_FIRST, false",
    "192.0.2.1 2001:db8::1 2001:db8::2, IPV6_FIRST, false"
  })
  void theNetworkIsLookedAtOnlyWhereItCanMatter(
      String literals, AddressFamilies families, boolean settled) {
    List<InetAddress> addresses =
        Stream.of(literals.split(" ")).map(HostFixtures::address).toList();
    assertThat(families.settlesOrderOf(addresses)).isEqualTo(settled);
  }

  @Test
  void policyTableDecidesTheOrder() throws Exception {
    HostResolver hosts =
        builder().policies(PolicyTable.parse("precedence ::ffff:0:0/96 100\n", "gai.conf")).build();

    assertThat(addresses(hosts.lookup("www.example"))).isEqualTo("192.0.2.1 192.0.2.2 2001:db8::1");
    assertThat(hosts.rank(hosts.lookup("www.example").addresses()).get(1).beforeNext())
        .contains(DestinationRule.PRECEDENCE);
  }

  @Test
  void aliasesLeadToTheCanonicalNameAndTheLeastTtl() throws Exception {
    resolver.with("web.example. 20 CNAME www.example.");

    HostAnswer answer = builder().build().lookup("web.example");

    assertThat(answer)
        .isInstanceOfSatisfying(
            HostAnswer.Addresses.class,
            found -> assertThat(found.canonicalName()).isEqualTo("www.example"));
    assertThat(answer.ttl()).isEqualTo(OptionalLong.of(20));
    assertThat(answer.isStale()).isFalse();
  }

  @Test
  void familyThatFailsIsMadeUpForByTheOtherAndTheStepSaysSo() throws Exception {
    resolver.failing("www.example. AAAA");

    HostAnswer answer = builder().build().lookup("www.example");

    assertThat(addresses(answer)).isEqualTo("192.0.2.1 192.0.2.2");
    assertThat(answer.steps().getLast().result())
        .contains("www.example. IN A: 2 found for 300 s")
        .contains("did nothing of use");
  }

  @Test
  void familyThatFailsBesideOneWithoutAddressesIsAFailure() {
    resolver.withName("v4.example.").failing("v4.example. AAAA");

    assertThatThrownBy(() -> builder().build().lookup("v4.example"))
        .isInstanceOf(ResolutionException.class);
  }

  @Test
  void whatHasNoAddressAndWhatIsNotThereAreAnswers() throws Exception {
    resolver.withName("empty.example.");

    assertThat(builder().build().lookup("empty.example")).isInstanceOf(HostAnswer.NoAddress.class);
    assertThat(builder().build().lookup("no.example")).isInstanceOf(HostAnswer.NoSuchHost.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "", "caf\u00e9.example", "\\", "%"})
  void textThatIsNoNameIsNoSuchHostOrJustAName(String host) throws Exception {
    assertThat(builder().build().lookup(host)).isInstanceOf(HostAnswer.NoSuchHost.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.9", "2001:db8::9", "fe80::1%eth0", "localhost", "x.LOCALHOST."})
  void addressesAndLocalhostAreNeverAsked(String host) throws Exception {
    assertThat(builder().build().lookup(host)).isInstanceOf(HostAnswer.Addresses.class);
    assertThat(resolver.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.1", "0x7f000001", "2130706433", "fe80::1%wlan9", "1.2.3.4."})
  void oddFormsOfAddressesAreNoHostsAndNeverAsked(String host) throws Exception {
    assertThat(builder().build().lookup(host)).isInstanceOf(HostAnswer.NoSuchHost.class);
    assertThat(resolver.asked()).isEmpty();
  }

  @Test
  void addressOfAnotherFamilyIsNoAddress() throws Exception {
    assertThat(builder().build().lookup("192.0.2.9", AddressFamilies.IPV6))
        .isInstanceOf(HostAnswer.NoAddress.class);
  }

  @Test
  void localhostIsBothLoopbackAddressesUnlessTheFileNamesAnother() throws Exception {
    assertThat(addresses(builder().build().lookup("a.localhost"))).isEqualTo("::1 127.0.0.1");

    HostResolver withFile = builder().hosts(hosts("127.0.1.1 localhost")).build();
    assertThat(addresses(withFile.lookup("localhost"))).isEqualTo("127.0.1.1");
    assertThat(addresses(withFile.lookup("localhost", AddressFamilies.IPV6))).isEqualTo("::1");
  }

  @Test
  @DisplayName("H1: localhost is a loopback address whatever the hosts file says (RFC 6761)")
  void fileCannotSendLocalhostElsewhere() throws Exception {
    HostResolver hosts = builder().hosts(hosts("203.0.113.1 localhost")).build();

    assertThat(addresses(hosts.lookup("localhost"))).isEqualTo("::1 127.0.0.1");
  }

  @Test
  void shortNamesAreCompletedFromTheSearchList() throws Exception {
    HostResolver hosts =
        builder().search(new SearchList(List.of(DomainName.of("example.")), 1)).build();

    assertThat(hosts.lookup("www"))
        .isInstanceOfSatisfying(
            HostAnswer.Addresses.class,
            found -> assertThat(found.canonicalName()).isEqualTo("www.example"));
    assertThat(hosts.lookup("www.")).isInstanceOf(HostAnswer.NoSuchHost.class);
  }

  @Test
  void suffixUnderWhichOnlyTheOtherFamilyExistsEndsTheSearch() throws Exception {
    resolver.with("www.b.example. 60 A 192.0.2.3");
    HostResolver hosts =
        builder()
            .search(
                new SearchList(List.of(DomainName.of("b.example."), DomainName.of("example.")), 1))
            .build();

    assertThat(addresses(hosts.lookup("www"))).isEqualTo("192.0.2.3");
    assertThat(addresses(hosts.lookup("www", AddressFamilies.IPV6))).isEqualTo("2001:db8::1");
  }

  @Test
  void noAaaaLeavesIpv6Out() throws Exception {
    HostResolver hosts = builder().flags(Set.of(StubFlag.NO_AAAA)).build();

    assertThat(addresses(hosts.lookup("www.example"))).isEqualTo("192.0.2.1 192.0.2.2");
    assertThat(hosts.lookup("www.example", AddressFamilies.IPV6))
        .isInstanceOf(HostAnswer.NoAddress.class);
    assertThat(resolver.asked()).containsExactly("www.example. A");
  }

  @Test
  void withoutWaitingItFindsTheSame() throws Exception {
    HostResolver hosts = builder().build();

    assertThat(addresses(hosts.lookupAsync("www.example").get())).isEqualTo(ADDRESSES_OF_WWW);
    resolver.failing("bad.example. A").failing("bad.example. AAAA");
    assertThatThrownBy(() -> hosts.lookupAsync("bad.example", AddressFamilies.BOTH).get())
        .hasCauseInstanceOf(ResolutionException.class);
    assertThat(hosts.lookupAsync(address("192.0.2.77")).get().names()).isEmpty();
  }

  @Test
  void namesOfAnAddressAreAllItsPtrRecordsWithoutFinalDots() throws Exception {
    resolver.with(
        "1.2.0.192.in-addr.arpa. 60 PTR www.example.",
        "1.2.0.192.in-addr.arpa. 60 PTR web.example.");

    AddressNames names = builder().build().lookup(address("192.0.2.1"));

    assertThat(names.names()).extracting("name").containsExactly("www.example", "web.example");
    assertThat(names.ttl()).isEqualTo(OptionalLong.of(60));
  }

  @Test
  @DisplayName("H7: the name of an address is printable ASCII, whatever its PTR record holds")
  void hostileOctetsInNamesOfAddressesAreEscaped() throws Exception {
    resolver.with("1.2.0.192.in-addr.arpa. 60 PTR \\027[31m\\010evil\\000.\\.\\032x.example.");

    String name = builder().build().lookup(address("192.0.2.1")).names().getFirst().name();

    assertThat(name).isEqualTo("\\027[31m\\010evil\\000.\\.\\032x.example").matches("[!-~]+");
  }

  @Test
  void addressWithoutNamesHasNone() throws Exception {
    assertThat(builder().build().lookup(address("192.0.2.1")).names()).isEmpty();
    resolver.with("2.2.0.192.in-addr.arpa. 60 PTR .");
    assertThat(builder().build().lookup(address("192.0.2.2")).names()).isEmpty();
  }

  @Test
  void nameOfALoopbackAddressIsLocalhostUnlessTheFileNamesAnother() throws Exception {
    assertThat(builder().build().lookup(address("::1")).names())
        .extracting("name")
        .containsExactly("localhost");
    assertThat(builder().hosts(hosts("127.0.0.1 me")).build().lookup(address("127.0.0.1")).names())
        .extracting("name")
        .containsExactly("me");
    assertThat(resolver.asked()).isEmpty();
  }

  @Test
  void namesOfAnAddressAreThereOnceAndItsManyLinesAreCountedOnly() throws Exception {
    HostsFile file =
        HostsFile.parse("127.0.0.1 me ads\n127.0.0.1 ads me\n".repeat(20_000), "hosts");

    AddressNames found = builder().hosts(file).build().lookup(address("127.0.0.1"));

    assertThat(found.names()).extracting("name").containsExactly("me", "ads");
    assertThat(found.steps().getFirst().result())
        .isEqualTo("hosts:1, hosts:2, hosts:3, hosts:4, hosts:5 and 39995 more");
  }

  private HostResolverBuilder builder() {
    return HostResolver.over(resolver).network(new FakeNetwork()).executor(Runnable::run);
  }

  private static HostsFile hosts(String line) {
    return HostsFile.parse(line + "\n", "hosts");
  }

  static String addresses(HostAnswer answer) {
    return HostFixtures.text(answer.addresses());
  }

  private static InetAddress address(String literal) {
    return HostFixtures.address(literal);
  }
}
