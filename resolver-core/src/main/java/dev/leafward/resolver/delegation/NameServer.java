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
 * @param port the port at which it listens: 53, but where a configured route says otherwise
 */
public record NameServer(DomainName name, List<InetAddress> addresses, int port) {

  /** The port of every name server that a delegation names (RFC 1035 section 4.2). */
  public static final int DNS_PORT = 53;

  /** Copies the list. */
  public NameServer {
    addresses = List.copyOf(addresses);
  }

  /** A name server at port 53. */
  public NameServer(DomainName name, List<InetAddress> addresses) {
    this(name, addresses, DNS_PORT);
  }
}
