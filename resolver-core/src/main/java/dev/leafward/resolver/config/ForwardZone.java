// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names whose questions are passed on to other resolvers, which resolve them in our place: they are
 * asked with RD=1, and believed as far as the names at and below the zone go.
 *
 * <pre>{@code
 * ForwardZone.of("corp.example", "192.0.2.1", "192.0.2.2#5353").with(RouteOption.FIRST)
 * }</pre>
 *
 * @param zone the name at the top
 * @param servers the servers that are given by address
 * @param hosts the servers that are given by name
 * @param options in what it differs from the ordinary
 */
public record ForwardZone(
    DomainName zone, List<UpstreamServer> servers, List<DomainName> hosts, Set<RouteOption> options)
    implements UpstreamZone {

  /** Copies the lists, and checks that there is a server. */
  public ForwardZone {
    servers = List.copyOf(servers);
    hosts = List.copyOf(hosts);
    options = Set.copyOf(options);
    if (servers.isEmpty() && hosts.isEmpty()) {
      throw new IllegalArgumentException("no server for the forward zone " + zone);
    }
  }

  /**
   * A forward zone.
   *
   * @param zone its name
   * @param servers each an address, with a port if need be, such as {@code 192.0.2.1#5353}; or a
   *     name
   * @throws IllegalArgumentException if one of them is none of these, or there is none
   */
  public static ForwardZone of(String zone, String... servers) {
    return new ForwardZone(
        DomainName.of(zone), Upstreams.addresses(servers), Upstreams.hosts(servers), Set.of());
  }

  /** This zone with these options as well. */
  public ForwardZone with(RouteOption... more) {
    Set<RouteOption> all =
        Stream.concat(options.stream(), Arrays.stream(more)).collect(Collectors.toSet());
    return new ForwardZone(zone, servers, hosts, all);
  }

  /** Such as {@code forward zone corp.example. -> 192.0.2.1, 192.0.2.2#5353}. */
  @Override
  public String toString() {
    return "forward zone " + zone + " -> " + Upstreams.text(this);
  }
}
