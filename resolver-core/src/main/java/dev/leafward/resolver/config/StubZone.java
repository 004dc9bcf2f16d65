// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A zone whose authoritative servers are given, in place of those that its parent would name.
 * Iteration begins with them, and follows the delegations below.
 *
 * <pre>{@code
 * StubZone.of("lab.example", "192.0.2.53").with(RouteOption.PRIMED)
 * }</pre>
 *
 * @param zone the name at the top
 * @param servers the servers that are given by address
 * @param hosts the servers that are given by name
 * @param options in what it differs from the ordinary
 */
public record StubZone(
    DomainName zone, List<UpstreamServer> servers, List<DomainName> hosts, Set<RouteOption> options)
    implements UpstreamZone {

  /** Copies the lists, and checks that there is a server. */
  public StubZone {
    servers = List.copyOf(servers);
    hosts = List.copyOf(hosts);
    options = Set.copyOf(options);
    if (servers.isEmpty() && hosts.isEmpty()) {
      throw new IllegalArgumentException("no server for the stub zone " + zone);
    }
  }

  /**
   * A stub zone.
   *
   * @param zone its name
   * @param servers each an address, with a port if need be, such as {@code 192.0.2.1#5353}; or a
   *     name
   * @throws IllegalArgumentException if one of them is none of these, or there is none
   */
  public static StubZone of(String zone, String... servers) {
    return new StubZone(
        DomainName.of(zone), Upstreams.addresses(servers), Upstreams.hosts(servers), Set.of());
  }

  /** This zone with these options as well. */
  public StubZone with(RouteOption... more) {
    Set<RouteOption> all =
        Stream.concat(options.stream(), Arrays.stream(more)).collect(Collectors.toSet());
    return new StubZone(zone, servers, hosts, all);
  }

  /** Such as {@code stub zone corp.example. -> 192.0.2.1, 192.0.2.2#5353}. */
  @Override
  public String toString() {
    return "stub zone " + zone + " -> " + Upstreams.text(this);
  }
}
