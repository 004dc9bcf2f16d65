// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.AddressBlock;
import dev.leafward.resolver.config.SpecialNetworks;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Delegations that would have us ask this machine, its neighbourhood, or nobody. */
class ForbiddenAddressesTest {

  private static final String ROOT = "198.41.0.4";
  private static final String COM = "192.5.6.30";

  private final SimulatedInternet internet = MockInternet.simulated(8);

  private RecursiveBuilder worldWithGlue(String glue) throws Exception {
    internet
        .zone(".")
        .at(ROOT)
        .text(
            """
            $TTL 86400
            .                   SOA a.root-servers.net. h. 1 1800 900 604800 86400
            .                   NS  a.root-servers.net.
            a.root-servers.net. A   198.41.0.4
            com.                NS  a.gtld-servers.com.
            a.gtld-servers.com. A   192.5.6.30
            """);
    internet
        .zone("com.")
        .at(COM)
        .text(
            """
            $TTL 86400
            @              SOA a.gtld-servers h 1 1800 900 604800 300
            @              NS a.gtld-servers
            a.gtld-servers A 192.5.6.30
            zoo            NS ns.zoo
            """
                + "ns.zoo "
                + (glue.contains(":") ? "AAAA " : "A ")
                + glue
                + "\n");
    return Resolver.recursive()
        .hints(internet.hints())
        .udp(internet.udp())
        .tcp(internet.tcp())
        .time(internet.time())
        .executor(Runnable::run);
  }

  static Stream<Arguments> forbidden() {
    return Arrays.stream(SpecialNetworks.values())
        .flatMap(networks -> networks.blocks().stream())
        .map(block -> block.toString())
        .map(cidr -> Arguments.of(cidr, cidr.substring(0, cidr.indexOf('/'))));
  }

  @ParameterizedTest(name = "B9, goal 27: glue in {0}")
  @MethodSource("forbidden")
  void sendsNothingThere(String cidr, String address) throws Exception {
    assertThat(Zoo.finds(worldWithGlue(address).build(), "ape")).isFalse();
    assertThat(internet.log())
        .isNotEmpty()
        .allMatch(
            each -> each.server().getAddress().getHostAddress().matches("198.41.0.4|192.5.6.30"));
  }

  @Test
  @DisplayName("B9: there are 22 such networks and more")
  void knowsTwentyTwoNetworks() {
    assertThat(forbidden().count()).isGreaterThanOrEqualTo(22);
  }

  @Test
  @DisplayName("B9: exceptions are a matter of the builder")
  void asksThereWhereItIsAllowed() throws Exception {
    try (Resolver resolver =
        worldWithGlue("10.0.0.1").allowAddresses(SpecialNetworks.PRIVATE).build()) {
      Zoo.finds(resolver, "ape");
    }
    assertThat(internet.log())
        .anyMatch(each -> each.server().getAddress().getHostAddress().equals("10.0.0.1"));
  }

  @Test
  @DisplayName("B9: what is never to be asked is not asked, though it be public or allowed")
  void asksNobodyWhoIsForbidden() throws Exception {
    try (Resolver resolver =
        worldWithGlue("10.0.0.1")
            .allowAddresses(SpecialNetworks.PRIVATE)
            .neverAsk(AddressBlock.parse("10.0.0.0/24").or(AddressBlock.parse("192.5.6.0/24")))
            .build()) {
      assertThat(Zoo.finds(resolver, "ape")).isFalse();
    }
    assertThat(internet.log())
        .isNotEmpty()
        .allMatch(each -> each.server().getAddress().getHostAddress().equals("198.41.0.4"));
  }
}
