// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.roothints.RootHints;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.name.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootServersTest {

  @Test
  void readsTheBundledHints() throws TextFormatException {
    ZoneCut root = RootServers.fromHints(RootHints.namedRoot()).cut();

    assertThat(root.zone()).isEqualTo(DomainName.ROOT);
    assertThat(root.nameServers()).hasSize(13).allMatch(server -> server.addresses().size() == 2);
    assertThat(root.nameServers().getFirst())
        .isEqualTo(
            new NameServer(
                DomainName.of("a.root-servers.net."),
                List.of(
                    InetAddresses.forString("198.41.0.4"),
                    InetAddresses.forString("2001:503:ba3e::2:30"))));
  }

  @Test
  void takesAddressesFromBeforeAndAfterTheirNameServerEachOnce() throws TextFormatException {
    ZoneCut root =
        RootServers.fromHints(
                """
                A.example. 1 IN A 192.0.2.1
                . 1 IN NS a.EXAMPLE.
                . 1 IN NS b.example.
                a.example. 1 IN A 192.0.2.1
                a.example. 1 IN AAAA 2001:db8::1
                c.example. 1 IN A 192.0.2.3
                com. 1 IN NS c.example.
                """)
            .cut();

    assertThat(root.nameServers())
        .containsExactly(
            new NameServer(
                DomainName.of("a.example."),
                List.of(
                    InetAddresses.forString("192.0.2.1"), InetAddresses.forString("2001:db8::1"))),
            new NameServer(DomainName.of("b.example."), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; nothing\n", "a.example. 1 IN A 192.0.2.1\n", "com. 1 IN NS a.\n"})
  void saysThatNoServerOfTheRootIsNamed(String hints) {
    assertThatThrownBy(() -> RootServers.fromHints(hints))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("name no server of the root");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {". 1 IN NS a.example.\n", ". 1 IN NS a.example.\nb.example. 1 IN A 192.0.2.1\n"})
  void saysThatNoServerHasAnAddress(String hints) {
    assertThatThrownBy(() -> RootServers.fromHints(hints))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("no address");
  }

  @Test
  void saysWhereTheTextIsNotAZoneFile() {
    assertThatThrownBy(() -> RootServers.fromHints(". 1 IN NS a.example.\na.example. 1 IN A x\n"))
        .isInstanceOf(TextFormatException.class)
        .extracting(e -> ((TextFormatException) e).line())
        .isEqualTo(2);
  }
}
