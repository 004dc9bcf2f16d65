// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.IpText;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Reads and writes the IP addresses within record data.
 *
 * <p>An IPv4-mapped IPv6 address stays what it is, although most of the JDK would make an IPv4
 * address of it; a scope is neither read nor written.
 */
final class Addresses {
  static final int V4_OCTETS = 4;
  static final int V6_OCTETS = 16;

  private Addresses() {}

  static Inet4Address readV4(WireReader in) throws WireFormatException {
    return v4(in.octets(V4_OCTETS));
  }

  static Inet6Address readV6(WireReader in) throws WireFormatException {
    return v6(in.octets(V6_OCTETS));
  }

  static Inet4Address parseV4(TextReader in) throws TextFormatException {
    String expectation = "an IPv4 address";
    String word = in.token(expectation);
    try {
      return v4(IpText.parseV4(word));
    } catch (IllegalArgumentException e) {
      throw in.malformed(expectation);
    }
  }

  static Inet6Address parseV6(TextReader in) throws TextFormatException {
    String expectation = "an IPv6 address";
    String word = in.token(expectation);
    try {
      return v6(IpText.parseV6(word));
    } catch (IllegalArgumentException e) {
      throw in.malformed(expectation);
    }
  }

  static Inet4Address v4(byte[] octets) {
    try {
      return (Inet4Address) InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an IPv4 address has four octets", e);
    }
  }

  static Inet6Address v6(byte[] octets) {
    try {
      return Inet6Address.getByAddress(null, octets, -1);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an IPv6 address has sixteen octets", e);
    }
  }

  static void write(InetAddress address, WireWriter out) {
    out.octets(address.getAddress());
  }

  static String format(InetAddress address) {
    return IpText.format(address.getAddress());
  }
}
