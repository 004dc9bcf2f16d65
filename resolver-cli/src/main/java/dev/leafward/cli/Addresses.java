// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;

/** Writes addresses as people write them. */
final class Addresses {

  private static final int DNS_PORT = 53;

  private Addresses() {}

  /** The text of an address, IPv6 in the form of RFC 5952. */
  static String text(InetAddress address) {
    return InetAddresses.toAddrString(address);
  }

  /** The text of an address and a port, the latter behind a sharp sign unless it is that of DNS. */
  static String text(InetAddress address, int port) {
    return port == DNS_PORT ? text(address) : text(address) + "#" + port;
  }
}
