// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseNameTest {
  private static InetAddress address(String hex) throws UnknownHostException {
    byte[] octets = HexFormat.of().parseHex(hex);
    return octets.length == 4
        ? InetAddress.getByAddress(octets)
        : Inet6Address.getByAddress(null, octets, -1);
  }

  @ParameterizedTest
  @CsvSource({
    "cb064a05, 5.74.6.203.in-addr.arpa.",
    "00000000, 0.0.0.0.in-addr.arpa.",
    "ffffffff, 255.255.255.255.in-addr.arpa.",
    "4321000000000001000200030567"
        + "89ab, b.a.9.8.7.6.5.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa.",
    "00000000000000000000ffff"
        + "01020304, 4.0.3.0.2.0.1.0.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa.",
  })
  void addressesAndNamesTranslateBothWays(String hex, String name) throws UnknownHostException {
    assertThat(ReverseName.of(address(hex))).hasToString(name);
    assertThat(ReverseName.addressOf(DomainName.of(name))).contains(address(hex));
  }

  @Test
  void hexadecimalDigitsMayBeUpperCase() throws UnknownHostException {
    DomainName name = DomainName.of("F.".repeat(32) + "IP6.Arpa.");

    assertThat(ReverseName.addressOf(name)).contains(address("f".repeat(32)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "in-addr.arpa.",
        "6.203.in-addr.arpa.",
        "1.5.74.6.203.in-addr.arpa.",
        "256.1.1.1.in-addr.arpa.",
        "01.1.1.1.in-addr.arpa.",
        "0000.1.1.1.in-addr.arpa.",
        "-1.1.1.1.in-addr.arpa.",
        "a.1.1.1.in-addr.arpa.",
        "0/25.1.1.1.in-addr.arpa.",
        "1.1.1.1.ip6.arpa.",
        "1.1.1.1.example.",
      })
  void otherNamesStandForNoAddress(String name) {
    assertThat(ReverseName.addressOf(DomainName.of(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"g", "00", "\\255"})
  void labelsThatAreNoDigitStandForNoAddress(String label) {
    DomainName name = DomainName.of(label + "." + "0.".repeat(31) + "ip6.arpa.");

    assertThat(ReverseName.addressOf(name)).isEmpty();
  }
}
