// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.name.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  @Test
  void tellsAddressesFromNames() {
    ForwardZone zone =
        ForwardZone.of("corp.example", "192.0.2.1#5353", "2001:db8::1", "ns.example");

    assertThat(zone.servers())
        .containsExactly(
            UpstreamServer.parse("192.0.2.1#5353"), UpstreamServer.parse("2001:db8::1#53"));
    assertThat(zone.hosts()).containsExactly(DomainName.of("ns.example"));
    assertThat(zone)
        .hasToString("forward zone corp.example. -> 192.0.2.1#5353, 2001:db8::1, ns.example.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1#", "192.0.2.1#0", "192.0.2.1#65536", "192.0.2.1#x", "#53"})
  void refusesWhatIsNoServer(String text) {
    assertThatThrownBy(() -> UpstreamServer.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAZoneWithoutServers() {
    assertThatThrownBy(() -> StubZone.of("lab.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no server for the stub zone lab.example.");
  }

  @Test
  void refusesTwoRoutesOfAKindForOneName() {
    ForwardZone one = ForwardZone.of("corp.example", "192.0.2.1");
    ForwardZone two = ForwardZone.of("CORP.example.", "192.0.2.2");

    assertThatThrownBy(() -> Routes.builder().forward(one).forward(two).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two forward zones CORP.example.");
  }

  @Test
  void putsLocalDataIntoTheLongestLocalZone() {
    Routes routes =
        Routes.builder()
            .local(LocalZone.of("lan", LocalZoneType.STATIC))
            .local(LocalZone.of("sub.lan", LocalZoneType.REFUSE))
            .localData("www.sub.lan. A 192.0.2.1", "www.lan A 192.0.2.2", "a.other. A 192.0.2.3")
            .localData("a.other. A 192.0.2.4")
            .build();

    assertThat(routes.localZones())
        .extracting(LocalZone::zone)
        .extracting(DomainName::toString)
        .containsExactly("lan.", "sub.lan.", "a.other.");
    assertThat(routes.localZones())
        .extracting(zone -> zone.records().size())
        .containsExactly(1, 1, 2);
    assertThat(routes.localZones().getLast().type()).isEqualTo(LocalZoneType.TRANSPARENT);
  }

  @Test
  void readsLocalDataRelativeToTheirZone() {
    LocalZone zone =
        LocalZone.of("lan", LocalZoneType.STATIC).with("www A 192.0.2.1", "@ 60 TXT x");

    assertThat(zone.records())
        .extracting(record -> record.name() + " " + record.ttl())
        .containsExactly("www.lan. 3600", "lan. 60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.example.com. A 192.0.2.1", "www A", "www A 192.0.2.256"})
  void refusesLocalDataThatAreNone(String line) {
    assertThatThrownBy(() -> LocalZone.of("lan", LocalZoneType.STATIC).with(line))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addsSpecialNamesWhereNoRouteStands() {
    Routes routes =
        Routes.builder()
            .forward(ForwardZone.of("test", "192.0.2.1"))
            .build()
            .withDefaults(SpecialNames.standard());

    assertThat(routes.localZones())
        .extracting(zone -> zone.zone().toString())
        .contains("onion.", "10.in-addr.arpa.")
        .doesNotContain("test.");
  }

  @Test
  void leavesOutSpecialNamesByName() {
    assertThat(SpecialNames.standard().without("TEST").zones())
        .hasSize(SpecialNames.standard().zones().size() - 1)
        .noneMatch(zone -> zone.zone().equals(DomainName.of("test")));
    assertThat(SpecialNames.none().zones()).isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "fc00::/7, fdff::1, true",
    "fc00::/7, fe00::1, false",
  })
  void tellsWhatIsInABlock(String block, String address, boolean in) {
    assertThat(AddressBlock.parse(block).test(UpstreamServer.parse(address).address()))
        .isEqualTo(in);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "fd00::/129", "10.0.0.0/", "x"})
  void refusesWhatIsNoBlock(String text) {
    assertThatThrownBy(() -> AddressBlock.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
