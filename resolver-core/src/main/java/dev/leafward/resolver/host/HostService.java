// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.ResolutionException;
import java.net.InetAddress;

/** One of the places where hosts are looked for: a service of {@code nsswitch.conf}. */
interface HostService {

  /**
   * Looks for the addresses of a host, in the order in which they are kept there.
   *
   * @throws ResolutionException if it cannot be found out
   */
  HostAnswer lookup(String host, AddressFamilies families) throws ResolutionException;

  /**
   * Looks for the names of an address.
   *
   * @throws ResolutionException if it cannot be found out
   */
  AddressNames lookup(InetAddress address) throws ResolutionException;
}
