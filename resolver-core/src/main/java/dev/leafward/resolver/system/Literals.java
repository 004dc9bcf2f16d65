// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads addresses as configuration files have them. Nothing is ever looked up. */
final class Literals {

  private static final int IPV4_BITS = 32;
  private static final int MOST_PARTS = 4;
  private static final int DECIMAL = 10;

  private Literals() {}

  /** An IPv4 or IPv6 address in its usual form, without a scope. */
  static Optional<InetAddress> address(String text) {
    if (text.indexOf('%') >= 0 || !InetAddresses.isInetAddress(text)) {
      return Optional.empty();
    }
    return Optional.of(InetAddresses.forString(text));
  }

  /**
   * The number of a scope: digits as they are, else the number of the interface so named. As with
   * glibc, only what is good on its link alone may have an interface's name behind it.
   */
  static OptionalInt scope(String text, InetAddress address, InterfaceNames interfaces) {
    try {
      int number = Integer.parseInt(text);
      return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException e) {
      boolean ofLink = address.isLinkLocalAddress() || address.isMCLinkLocal();
      return ofLink ? interfaces.index(text) : OptionalInt.empty();
    }
  }

  /** An IPv6 address with a scope (RFC 4007); anything else, or scope 0, stays what it is. */
  static InetAddress withScope(InetAddress address, int scope) {
    if (scope == 0 || !(address instanceof Inet6Address)) {
      return address;
    }
    try {
      return Inet6Address.getByAddress(null, address.getAddress(), scope);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen octets are an address", e);
    }
  }

  /**
   * An IPv4 address in any of the forms of {@code inet_aton(3)}: one to four numbers, decimal,
   * octal or hexadecimal, of which the last fills all octets that are left.
   */
  static Optional<InetAddress> dotted(String text) {
    String[] parts = text.split("\\.", MOST_PARTS + 1);
    int address = 0;
    for (int i = 0; i < parts.length; i++) {
      int bits = i == parts.length - 1 ? IPV4_BITS - i * Byte.SIZE : Byte.SIZE;
      OptionalLong number = number(parts[i]);
      if (bits <= 0 || number.isEmpty() || number.getAsLong() >>> bits != 0) {
        return Optional.empty();
      }
      int shift = bits == Byte.SIZE ? IPV4_BITS - (i + 1) * Byte.SIZE : 0;
      address |= (int) number.getAsLong() << shift;
    }
    return Optional.of(InetAddresses.fromInteger(address));
  }

  /** A number as C writes one, without a sign. */
  private static OptionalLong number(String text) {
    if (text.isEmpty() || Character.digit(text.charAt(0), DECIMAL) < 0) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.decode(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
