// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws which servers are odd, broken, lied about or lying. The servers of the root never lie, as
 * then nothing would be left to be right about.
 */
final class BehaviourGenerator {

  private final Draw draw;
  private final Topology topology;
  private final List<DomainName> victims;

  BehaviourGenerator(Draw draw, Topology topology) {
    this.draw = draw;
    this.topology = topology;
    this.victims = topology.records().map(ResourceRecord::name).distinct().toList();
  }

  Map<String, Behaviour> generate() {
    double odd = chanceOfAny(0.4, 0.5);
    double broken = chanceOfAny(0.4, 0.5);
    double lying = chanceOfAny(0.4, 0.4);
    double forged = chanceOfAny(0.25, 1);
    Set<String> ofRoot = new HashSet<>(topology.zoneOf(DomainName.ROOT).servers());
    BrokenServers faults = new BrokenServers(draw.split());
    Liars liars = new Liars(draw.split(), victims);
    Amplifiers amplifiers = new Amplifiers(draw.split(), victims);
    Forgers forgers = new Forgers(draw.split(), victims);
    Map<String, Behaviour> behaviours = new LinkedHashMap<>();
    for (String server : topology.servers()) {
      if (!ofRoot.contains(server) && draw.chance(lying)) {
        behaviours.put(server, draw.chance(0.5) ? liars.any() : amplifiers.any());
      } else if (draw.chance(broken)) {
        behaviours.put(server, faults.fault());
      } else if (draw.chance(forged)) {
        behaviours.put(server, forgers.any());
      } else if (draw.chance(odd)) {
        behaviours.put(server, faults.odd());
      }
    }
    return behaviours;
  }

  /** Nought in most worlds; in the others anything up to the most. */
  private double chanceOfAny(double worlds, double most) {
    return draw.chance(worlds) ? draw.fraction() * most : 0;
  }
}
