// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.name.DomainName;
import java.util.Set;

/** Draws a world: its zones, who serves them, and what they hold. */
final class TopologyGenerator {

  private final Draw draw;

  TopologyGenerator(Draw draw) {
    this.draw = draw;
  }

  /**
   * A topology.
   *
   * @param flawChance how likely it is that a zone's name servers are not in order
   */
  Topology generate(double flawChance) {
    DraftWorld world = new DraftWorld(new OriginGenerator(draw.split()).generate());
    Addresses addresses = new Addresses(draw.split());
    HostGenerator hosts = new HostGenerator(draw.split(), world, addresses, flawChance);
    Set<DomainName> shaky = hosts.generate();
    hosts.settle();
    new ContentGenerator(draw.split(), world).generate();
    return new Topology(world.zones().stream().map(Draft::plot).toList(), shaky);
  }
}
