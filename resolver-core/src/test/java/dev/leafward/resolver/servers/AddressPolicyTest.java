// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private final AddressPolicy policy = AddressPolicy.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "10.0.0.1",
        "100.64.0.1",
        "172.31.255.255",
        "192.0.0.9",
        "192.0.2.1",
        "192.168.1.1",
        "198.51.100.1",
        "203.0.113.255",
        "100::1",
        "2001:db8::53",
        "3fff::1",
        "5f00::1",
        "fd00::1",
        "::192.0.2.1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "feff::1",
        "ff02::1",
        "ff00::"
      })
  void neverAsksWhatIsNoServerOnANetwork(String address) {
    assertThat(policy.mayAsk(InetAddresses.forString(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "100.63.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "198.18.0.1",
        "198.41.0.4",
        "223.255.255.255",
        "2001:503:ba3e::2:30",
        "fe7f::1",
        "0:0:0:0:1::1",
        "64:ff9b::c000:201"
      })
  void asksAllElse(String address) {
    assertThat(policy.mayAsk(InetAddresses.forString(address))).isTrue();
  }

  @Test
  void neverAsksAnIpv4AddressDisguisedAsIpv6() throws UnknownHostException {
    byte[] octets = new byte[16];
    octets[10] = octets[11] = (byte) 0xFF;
    octets[12] = 127;
    octets[15] = 1;
    assertThat(policy.mayAsk(Inet6Address.getByAddress(null, octets, -1))).isFalse();
  }

  @Test
  void letsThroughWhatIsAllowedBesides() {
    InetAddress loopback = InetAddresses.forString("127.0.0.1");
    AddressPolicy open = policy.alsoAllowing(loopback::equals);
    assertThat(open.mayAsk(loopback)).isTrue();
    assertThat(open.mayAsk(InetAddresses.forString("127.0.0.2"))).isFalse();
    assertThat(policy.mayAsk(loopback)).isFalse();
  }
}
