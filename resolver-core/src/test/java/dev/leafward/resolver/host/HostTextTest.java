// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTextTest {
  private static final FakeNetwork NETWORK = new FakeNetwork();

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "2001:db8::1, 2001:db8:0:0:0:0:0:1",
    "::, 0:0:0:0:0:0:0:0",
    "::ffff:192.0.2.1, 192.0.2.1",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:1%2",
    "fe80::1%7, fe80:0:0:0:0:0:0:1%7"
  })
  void addressIsReadAndKeepsItsText(String text, String address) {
    InetAddress read = HostText.address(text, NETWORK).orElseThrow();

    assertThat(read.getHostAddress()).isEqualTo(address);
    assertThat(read).hasToString(text + "/" + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f.1",
        "0x7f000001",
        "0177.0.0.1",
        "010.0.0.1",
        "256.0.0.1",
        "1.2.3.4.",
        "192.0.2.01",
        "0",
        "::1.",
        "[::1]",
        "fe80::1%eth1",
        "fe80::1%",
        "1::2::3",
        "host:80",
        "::1%eth0 ",
        "fe80::1%99999999999"
      })
  void whatOthersTakeForAnAddressIsNeitherAnAddressNorAName(String text) {
    assertThat(HostText.address(text, NETWORK)).isEmpty();
    assertThat(HostText.isAddressOfAKind(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.example",
        "1.2.3.4.5",
        "1.example",
        "x1",
        "1x",
        "0xg",
        "a.1",
        "",
        ".",
        "1..2"
      })
  void otherTextMayBeAName(String text) {
    assertThat(HostText.address(text, NETWORK)).isEmpty();
    assertThat(HostText.isAddressOfAKind(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LocalHost., true",
    "a.b.localhost, true",
    "localhost.localdomain, false",
    "mylocalhost, false",
    "localhost.example, false"
  })
  void localhostIsThatNameAndAllBelow(String text, boolean isLocalhost) {
    assertThat(HostText.isLocalhost(text)).isEqualTo(isLocalhost);
  }

  @Test
  void renamedAddressKeepsItsScope() {
    InetAddress scoped = HostText.address("fe80::1%eth0", NETWORK).orElseThrow();

    assertThat(HostText.named("host", scoped))
        .isInstanceOfSatisfying(
            Inet6Address.class, named -> assertThat(named.getScopeId()).isEqualTo(2))
        .hasToString("host/fe80:0:0:0:0:0:0:1%2");
  }
}
