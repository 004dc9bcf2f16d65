// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.name;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Translates between an address and the name its PTR record stands at.
 *
 * <p>RFC 1035 3.5 ({@code in-addr.arpa}), RFC 3596 2.5 ({@code ip6.arpa}).
 */
public final class ReverseName {
  private static final DomainName IN_ADDR = DomainName.of("in-addr.arpa.");
  private static final DomainName IP6 = DomainName.of("ip6.arpa.");
  private static final int IPV4_LABELS = 4;
  private static final int IPV6_LABELS = 32;

  private ReverseName() {}

  /** Returns the name that the PTR record of {@code address} has. */
  public static DomainName of(InetAddress address) {
    byte[] octets = address.getAddress();
    boolean ipv4 = octets.length == IPV4_LABELS;
    StringBuilder labels = new StringBuilder();
    for (int i = octets.length - 1; i >= 0; i--) {
      if (ipv4) {
        labels.append(octets[i] & 0xFF).append('.');
      } else {
        labels.append(hex(octets[i])).append('.').append(hex(octets[i] >> 4)).append('.');
      }
    }
    return DomainName.of(labels.append(ipv4 ? IN_ADDR : IP6).toString());
  }

  /** Returns the address that a reverse name stands for; empty if it is no whole reverse name. */
  public static Optional<InetAddress> addressOf(DomainName name) {
    if (name.isBelow(IN_ADDR) && name.labelCount() == IN_ADDR.labelCount() + IPV4_LABELS) {
      return ipv4(name);
    }
    if (name.isBelow(IP6) && name.labelCount() == IP6.labelCount() + IPV6_LABELS) {
      return ipv6(name);
    }
    return Optional.empty();
  }

  private static Optional<InetAddress> ipv4(DomainName name) {
    byte[] octets = new byte[IPV4_LABELS];
    for (int i = 0; i < IPV4_LABELS; i++) {
      int value = decimal(name.label(IPV4_LABELS - 1 - i));
      if (value < 0) {
        return Optional.empty();
      }
      octets[i] = (byte) value;
    }
    return Optional.of(address(octets));
  }

  /** Returns the value of one to three digits without leading zero, -1 if it is none or too big. */
  private static int decimal(byte[] label) {
    if (label.length > 3 || (label.length > 1 && label[0] == '0')) {
      return -1;
    }
    int value = 0;
    for (byte digit : label) {
      if (digit < '0' || digit > '9') {
        return -1;
      }
      value = value * 10 + digit - '0';
    }
    return value > 255 ? -1 : value;
  }

  private static Optional<InetAddress> ipv6(DomainName name) {
    byte[] octets = new byte[IPV6_LABELS / 2];
    for (int i = 0; i < IPV6_LABELS; i++) {
      byte[] label = name.label(IPV6_LABELS - 1 - i);
      int nibble = label.length == 1 ? Character.digit((char) label[0], 16) : -1;
      if (nibble < 0) {
        return Optional.empty();
      }
      octets[i / 2] = (byte) ((octets[i / 2] << 4) | nibble);
    }
    return Optional.of(address(octets));
  }

  private static InetAddress address(byte[] octets) {
    try {
      // InetAddress.getByAddress would turn ::ffff:a.b.c.d into an IPv4 address.
      return octets.length == IPV4_LABELS
          ? InetAddress.getByAddress(octets)
          : Inet6Address.getByAddress(null, octets, -1);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address of " + octets.length + " octets", e);
    }
  }

  private static char hex(int nibble) {
    return Character.forDigit(nibble & 0xF, 16);
  }
}
