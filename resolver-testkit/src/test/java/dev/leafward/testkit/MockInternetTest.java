// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.zone.InvalidZoneException;
import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockInternetTest {

  private final MockInternet internet = MockInternet.simulated(1);

  @Test
  void servesZonesWhereItIsTold() {
    LittleWorld.addTo(internet);

    assertThat(originsAt(LittleWorld.TLD_SERVER)).containsExactlyInAnyOrder("com.", "net.");
    assertThat(originsAt(LittleWorld.ZONE_SERVER)).containsExactly("example.com.");
    assertThat(originsAt(LittleWorld.SECOND_ZONE_SERVER)).containsExactly("example.com.");
    assertThat(internet.zones()).hasSize(4);
    assertThat(internet.servers()).hasSize(4);
  }

  @Test
  void servesZonesAtTheAddressesOfTheirNameServersUnlessTold() {
    internet.zone("example.com.").text(LittleWorld.EXAMPLE);
    internet.zone("com.").text(LittleWorld.COM);
    internet.zone(".").text(LittleWorld.ROOT);

    assertThat(originsAt(LittleWorld.ROOT_SERVER)).containsExactly(".");
    assertThat(originsAt(LittleWorld.TLD_SERVER)).containsExactly("com.");
    assertThat(originsAt(LittleWorld.SECOND_ZONE_SERVER)).containsExactly("example.com.");
  }

  @Test
  void aZoneThatNobodyGivesAnAddressIsAnError() {
    internet.zone("example.com.").text("@ 1 SOA ns h 1 2 3 4 5\n@ 1 NS ns.elsewhere.org.\n");

    assertThatIllegalStateException()
        .isThrownBy(internet::servers)
        .withMessageContaining("example.com.")
        .withMessageContaining("at(...)");
  }

  @Test
  void writesHintsWithTheAddressesFromTheZones() {
    LittleWorld.addTo(internet);

    assertThat(internet.hints().lines())
        .containsExactly(
            ". 3600000 NS a.root-servers.net.", "a.root-servers.net. 3600000 A 198.41.0.4");
  }

  @Test
  void writesHintsWithTheAddressesOfTheServersWhereTheZonesHaveNone() {
    internet
        .zone(".")
        .at("192.0.2.1", "2001:db8::1")
        .text("@ 1 SOA ns h 1 2 3 4 5\n@ 1 NS ns.root.\n");

    assertThat(internet.hints().lines())
        .containsExactly(
            ". 3600000 NS ns.root.",
            "ns.root. 3600000 A 192.0.2.1",
            "ns.root. 3600000 AAAA 2001:db8::1");
  }

  @Test
  void hasNoHintsWithoutARoot() {
    assertThatIllegalStateException().isThrownBy(internet::hints).withMessageContaining("root");
  }

  @Test
  void readsZonesFromFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("example.zone"), LittleWorld.EXAMPLE);
    internet.zone("example.com.").at("192.0.2.53").file(file);

    assertThat(originsAt("192.0.2.53")).containsExactly("example.com.");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> internet.zone("x.").file(folder.resolve("missing")))
        .withMessageContaining("missing");
  }

  @Test
  void readsZonesFromResources() {
    internet.zone("example.com.").at("192.0.2.53").resource(MockInternetTest.class, "example.zone");

    assertThat(originsAt("192.0.2.53")).containsExactly("example.com.");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> internet.zone("x.").resource(MockInternetTest.class, "missing.zone"));
  }

  @Test
  void errorsInZoneFilesSayWhere(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("bad.zone"), LittleWorld.EXAMPLE + "x A nowhere\n");

    assertThatExceptionOfType(InvalidZoneException.class)
        .isThrownBy(() -> internet.zone("example.com.").file(file))
        .withMessageContaining("bad.zone");
  }

  @Test
  void takesAddressesWithPortsAndNothingButAddresses() {
    Zone zone = Zone.parse("example.com.", LittleWorld.EXAMPLE);
    internet.add(zone, "192.0.2.53:5353");

    assertThat(internet.servers().stream().map(MockServer::address))
        .containsExactly(ServerAddress.parse("192.0.2.53:5353"));
    assertThatIllegalArgumentException().isThrownBy(() -> internet.add(zone, "ns.example.com."));
  }

  private List<String> originsAt(String address) {
    return internet.server(address).authority().zones().stream()
        .map(Zone::origin)
        .map(DomainName::toString)
        .toList();
  }
}
