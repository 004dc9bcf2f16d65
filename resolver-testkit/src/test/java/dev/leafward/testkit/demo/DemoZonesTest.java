// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The zone files agree with each other, as those of well-kept zones do. */
class DemoZonesTest {

  private static final List<Zone> ZONES = DemoInternet.simulated(1).zones();

  static Stream<Zone> zones() {
    return ZONES.stream();
  }

  static Stream<Zone> delegatedZones() {
    return zones().filter(zone -> !zone.origin().isRoot());
  }

  @Test
  void everyZoneFileIsServed() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/leafward/testkit/demo"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".zone"))).hasSameSizeAs(ZONES);
    }
  }

  @ParameterizedTest
  @MethodSource("zones")
  void delegatesOnlyToZonesThatAreThere(Zone zone) {
    assertThat(ZONES).extracting(Zone::origin).containsAll(zone.delegations());
  }

  @ParameterizedTest
  @MethodSource("delegatedZones")
  void isDelegatedToTheServersItNames(Zone zone) {
    assertThat(nameServers(parentOf(zone).rrset(zone.origin(), RRType.NS).orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(nameServers(zone.nameServers()));
  }

  @ParameterizedTest
  @MethodSource("zones")
  void hasServersWhoseAddressesCanBeLookedUp(Zone zone) {
    assertThat(nameServers(zone.nameServers()))
        .allSatisfy(server -> assertThat(zoneOf(server).addressesOf(server)).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("zones")
  void givesGlueThatIsTrue(Zone zone) {
    assertThat(zone.names())
        .filteredOn(name -> !zoneOf(name).equals(zone) && !zone.addressesOf(name).isEmpty())
        .allSatisfy(name ->
            assertThat(zone.addressesOf(name))
                .containsExactlyInAnyOrderElementsOf(zoneOf(name).addressesOf(name)));
  }

  @ParameterizedTest
  @MethodSource("delegatedZones")
  void hasGlueAboveForServersWithinItself(Zone zone) {
    assertThat(nameServers(zone.nameServers()))
        .filteredOn(server -> server.isAtOrBelow(zone.origin()))
        .allSatisfy(server -> assertThat(parentOf(zone).addressesOf(server)).isNotEmpty());
  }

  private static Zone parentOf(Zone zone) {
    return zoneOf(zone.origin().parent());
  }

  /** The deepest zone that a name can be in. */
  private static Zone zoneOf(DomainName name) {
    return zones()
        .filter(zone -> name.isAtOrBelow(zone.origin()))
        .max(Comparator.comparingInt(zone -> zone.origin().labelCount()))
        .orElseThrow();
  }

  private static List<DomainName> nameServers(RRset set) {
    return set.as(NS.class).stream().map(NS::nameServer).toList();
  }
}
