// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.delegation;

import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.util.List;

/**
 * A zone, and the servers to ask about names at or below it: what a referral says (RFC 1034 section
 * 4.2.1).
 *
 * @param zone the name of the zone's apex
 * @param nameServers its name servers, at least one
 */
public record ZoneCut(DomainName zone, List<NameServer> nameServers) {
  /** Copies the list. */
  public ZoneCut {
    nameServers = List.copyOf(nameServers);
  }

  /** The known addresses of one of its name servers; empty if there are none. */
  public List<InetAddress> addressesOf(DomainName nameServer) {
    return nameServers.stream()
        .filter(server -> server.name().equals(nameServer))
        .findFirst()
        .map(NameServer::addresses)
        .orElse(List.of());
  }

  /** This cut, now that the addresses of one of its name servers are known. */
  public ZoneCut learn(DomainName nameServer, List<InetAddress> addresses) {
    return new ZoneCut(
        zone,
        nameServers.stream()
            .map(s ->
                s.name().equals(nameServer) ? new NameServer(s.name(), addresses, s.port()) : s)
            .toList());
  }
}
