// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.StubBuilder;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.config.SpecialNetworks;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.io.TextFormatException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;

/**
 * A little Internet: zones, the servers at whose addresses they are served, and a way for a
 * resolver to reach them.
 *
 * <pre>{@code
 * try (MockInternet internet = MockInternet.onLoopback()) {
 *   internet.zone(".").at("198.41.0.4").text(ROOT);
 *   internet.zone("example.com.").at("192.0.2.53", "2001:db8::53").file(path);
 *   internet.server("192.0.2.53").silent();
 *   Resolver resolver = internet.recursive().build();
 *   ...
 *   assertThat(internet.queriesTo("2001:db8::53")).hasSize(1);
 * }
 * }</pre>
 *
 * <p>There are two kinds: {@link #onLoopback} with real sockets and the real clock, and {@link
 * #simulated} with neither. Zones, servers and faults are the same in both. Nothing ever leaves the
 * machine.
 */
public abstract sealed class MockInternet implements AutoCloseable
    permits LoopbackInternet, SimulatedInternet {

  private final World world = new World();

  MockInternet() {}

  /** An Internet behind real UDP and TCP sockets on 127.0.0.1. */
  public static LoopbackInternet onLoopback() {
    return new LoopbackInternet();
  }

  /**
   * An Internet in virtual time, where all chance comes from the seed: equal seeds give equal runs.
   */
  public static SimulatedInternet simulated(long seed) {
    return new SimulatedInternet(seed);
  }

  /** Begins to describe a zone, for instance {@code zone("example.com.").at(...).text(...)}. */
  public MockZone zone(String origin) {
    return new MockZone(this, origin);
  }

  /**
   * Adds a zone and serves it at these addresses.
   *
   * @param addresses IP literals, perhaps with a port; none at all for those that the loaded zones
   *     give to the zone's name servers
   * @throws IllegalArgumentException if an address is none
   */
  public MockInternet add(Zone zone, String... addresses) {
    return add(zone, List.of(addresses));
  }

  MockInternet add(Zone zone, Collection<String> addresses) {
    world.add(zone, addresses.stream().map(ServerAddress::parse).toList());
    return this;
  }

  /**
   * The server at an address, so that faults can be given to it. Where none stands yet, one is set
   * up that serves nothing and so refuses everything.
   *
   * @param address an IP literal, perhaps with a port; 53 unless given
   */
  public MockServer server(String address) {
    return world.server(ServerAddress.parse(address));
  }

  /** Every server, in the order in which they came. */
  public List<MockServer> servers() {
    return world.servers();
  }

  /** Every zone, in the order in which they came. */
  public List<Zone> zones() {
    return world.zones();
  }

  /** The queries that reached any server, in their order; those that were lost did not. */
  public List<ReceivedQuery> queries() {
    return world.log().all();
  }

  /** The queries that reached one server. */
  public List<ReceivedQuery> queriesTo(String address) {
    InetSocketAddress server = ServerAddress.parse(address);
    return queries().stream().filter(each -> each.server().equals(server)).toList();
  }

  /** Forgets the queries received until now. */
  public void forgetQueries() {
    world.log().clear();
  }

  /**
   * Root hints for this Internet, in the form of IANA's {@code named.root}.
   *
   * @throws IllegalStateException if no root zone was added
   */
  public String hints() {
    return world.hints();
  }

  /**
   * A resolver of this Internet, to be configured further. Of the special names ({@link
   * SpecialNames}) it answers all on the spot but those at or below which a zone has been added by
   * now: a world of its own may well live under {@code test.}
   */
  public abstract RecursiveBuilder recursive();

  /**
   * A stub resolver in this Internet, to be told whom to ask: {@code stub().servers("192.0.2.53")}.
   */
  public abstract StubBuilder stub();

  /**
   * A builder with the root hints of this Internet, which keeps off the names that it serves, and
   * whose servers may have addresses for documents and of private networks.
   */
  final RecursiveBuilder hinted() {
    try {
      return Resolver.recursive()
          .hints(hints())
          .specialNames(unserved())
          .allowAddresses(SpecialNetworks.DOCUMENTATION.or(SpecialNetworks.PRIVATE));
    } catch (TextFormatException e) {
      throw new IllegalStateException("the hints that World writes are not master-file text", e);
    }
  }

  private SpecialNames unserved() {
    List<Zone> served = zones();
    return SpecialNames.standard()
        .withoutAll(name -> served.stream().anyMatch(zone -> zone.origin().isAtOrBelow(name)));
  }

  final World world() {
    return world;
  }

  /** Ends whatever runs, within a second. */
  @Override
  public abstract void close();
}
