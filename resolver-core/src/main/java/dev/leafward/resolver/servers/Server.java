// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;

/**
 * One address of one name server: what a question is put to.
 *
 * @param name the name server's name
 * @param address the address, whose port is always 53
 */
public record Server(DomainName name, InetAddress address) {
  @Override
  public String toString() {
    return name + " (" + address.getHostAddress() + ")";
  }
}
