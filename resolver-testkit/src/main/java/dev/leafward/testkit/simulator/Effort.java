// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.math.IntMath;
import dev.leafward.wire.name.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates, on the high side, how many queries an answer may cost that begins with nothing known.
 * An honest question that costs more than a resolver's limits allow may fail by them.
 */
final class Effort {

  /** What counts as too much of anything, and can still be added up. */
  private static final int TOO_MUCH = 10_000;

  private static final int FAMILIES = 2;
  private static final int PRIMING = 1;

  private final Topology topology;
  private final Map<Plot, Integer> known = new HashMap<>();

  Effort(Topology topology) {
    this.topology = topology;
  }

  int of(List<DomainName> names) {
    return names.stream().mapToInt(this::of).reduce(PRIMING, IntMath::saturatedAdd);
  }

  /** To the servers of the zone, and then label by label to the name. */
  private int of(DomainName name) {
    Plot zone = topology.zoneOf(name);
    return IntMath.saturatedAdd(toReach(zone), 1 + name.labelCount() - zone.origin().labelCount());
  }

  private int toReach(Plot zone) {
    Integer before = known.get(zone);
    if (before != null) {
      return before;
    }
    known.put(zone, TOO_MUCH); // for one that depends on itself
    int cost = zone.origin().isRoot() ? 0 : fromParent(zone);
    known.put(zone, cost);
    return cost;
  }

  private int fromParent(Plot zone) {
    Plot parent = topology.parentOf(zone);
    int cost = toReach(parent) + zone.origin().labelCount() - parent.origin().labelCount();
    boolean glued =
        zone.hosts().stream().anyMatch(host -> topology.zoneOf(host).equals(parent))
            || zone.hosts().stream().anyMatch(host -> topology.zoneOf(host).equals(zone));
    if (!glued) {
      int dearest = zone.hosts().stream().mapToInt(this::of).max().orElse(0);
      cost += FAMILIES * dearest;
    }
    return Math.min(cost, TOO_MUCH);
  }
}
