// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of the zones of a world: their data change, and servers are out of reach for a time.
 *
 * @param ages one for each round
 */
record History(List<Age> ages) {

  History {
    ages = List.copyOf(ages);
  }

  /**
   * How things are in one round.
   *
   * @param topology the zones
   * @param changed those of them that have other data than in the round before
   * @param unreachable the addresses of servers that cannot be reached
   */
  record Age(Topology topology, List<Plot> changed, Set<String> unreachable) {
    Age {
      changed = List.copyOf(changed);
      unreachable = Set.copyOf(unreachable);
    }
  }

  Age of(int round) {
    return ages.get(round);
  }

  /** The servers that cannot be reached in some of the rounds. */
  Set<String> unreachable() {
    return ages.stream()
        .flatMap(each -> each.unreachable().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
