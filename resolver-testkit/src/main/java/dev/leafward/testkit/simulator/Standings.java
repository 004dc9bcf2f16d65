// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.collect.Iterables;
import dev.leafward.wire.name.DomainName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Works out how far each zone can be relied on: as far as the worst server of all the zones on
 * which it depends, by descent or because they hold the names of its servers.
 */
final class Standings {

  private final Scenario scenario;
  private final Topology topology;
  private final Map<Plot, Set<Plot>> dependencies = new HashMap<>();

  Standings(Scenario scenario) {
    this.scenario = scenario;
    this.topology = scenario.topology();
  }

  /** How far an answer about these names can be relied on. */
  Standing of(Iterable<DomainName> names) {
    Standing worst = Standing.SOUND;
    for (DomainName name : names) {
      worst = worst.orWorse(of(name));
    }
    return worst;
  }

  Standing of(DomainName name) {
    Standing worst = Standing.SOUND;
    for (Plot each : dependencies(topology.zoneOf(name))) {
      worst = worst.orWorse(alone(each));
    }
    return worst;
  }

  /** All zones on which this one depends, itself among them. */
  Set<Plot> dependencies(Plot zone) {
    Set<Plot> known = dependencies.get(zone);
    if (known == null) {
      known = new LinkedHashSet<>();
      collect(zone, known);
      dependencies.put(zone, known);
    }
    return known;
  }

  private void collect(Plot zone, Set<Plot> into) {
    if (!into.add(zone)) {
      return;
    }
    if (!zone.origin().isRoot()) {
      collect(topology.parentOf(zone), into);
    }
    zone.hosts().forEach(host -> collect(topology.zoneOf(host), into));
  }

  private Standing alone(Plot zone) {
    Standing worst =
        topology.isShaky(zone) || scenario.loses() ? Standing.IMPAIRED : Standing.SOUND;
    for (String server : Iterables.concat(zone.servers(), zone.strays())) {
      Behaviour behaviour = scenario.behaviours().get(server);
      worst = behaviour == null ? worst : worst.orWorse(behaviour.standing());
    }
    return worst;
  }
}
