// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.delegation;

import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.util.List;

/**
 * A name server of a zone, with the addresses known so far.
 *
 * @param name its name
 * @param addresses its addresses, from glue or from the cache; empty if not known yet
 */
public record NameServer(DomainName name, List<InetAddress> addresses) {
  /** Copies the list. */
  public NameServer {
    addresses = List.copyOf(addresses);
  }
}
