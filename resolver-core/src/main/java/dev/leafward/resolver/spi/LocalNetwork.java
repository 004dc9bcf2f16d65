// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;

/** What this machine knows of its own place in the network. */
public interface LocalNetwork extends SourceAddresses {

  /** The addresses of this machine's interfaces that are up, loopback ones not among them. */
  List<InetAddress> ownAddresses();

  /**
   * The number of a network interface, as the scope of an address has it (RFC 4007 section 11.2).
   *
   * @param name the interface's name, such as {@code eth0}
   * @return empty where there is none
   */
  OptionalInt interfaceIndex(String name);
}
