// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;

/** Addresses as text, for comparisons. */
final class HostFixtures {
  private HostFixtures() {}

  static InetAddress address(String literal) {
    return InetAddresses.forString(literal);
  }

  /** The addresses in their order, with a space between. */
  static String text(List<InetAddress> addresses) {
    return String.join(" ", addresses.stream().map(InetAddresses::toAddrString).toList());
  }
}
