// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ServerRange;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The servers of a scenario: which entry answers a query at a step. */
final class ScenarioServers {

  private final Dialect dialect;
  private final List<ServerRange> ranges;
  private final Set<InetAddress> named;

  ScenarioServers(Scenario scenario) {
    this.dialect = scenario.dialect();
    this.ranges = scenario.ranges();
    this.named =
        ranges.stream().flatMap(range -> range.addresses().stream()).collect(Collectors.toSet());
  }

  /** The entry that answers; nothing if the scenario has none for such a query. */
  Optional<Entry> find(OutgoingQuery query, long step) {
    List<ServerRange> searched =
        switch (dialect) {
          case UNBOUND ->
              ranges.reversed().stream().filter(range -> standsAt(range, query, step)).toList();
          case DECKARD ->
              ranges.stream().filter(range -> answersAt(range, query, step)).limit(1).toList();
        };
    return first(searched, query, QueryMatcher::matches)
        .or(() -> first(searched, query, QueryMatcher::matchesExploring));
  }

  private static Optional<Entry> first(
      List<ServerRange> ranges, OutgoingQuery query, BiPredicate<Entry, OutgoingQuery> matches) {
    return ranges.stream()
        .flatMap(range -> range.entries().stream())
        .filter(entry -> matches.test(entry, query))
        .findFirst();
  }

  private static boolean standsAt(ServerRange range, OutgoingQuery query, long step) {
    return range.holdsAt(step)
        && (range.addresses().isEmpty() || range.addresses().contains(query.server()));
  }

  /** In Deckard's dialect an address that no range names is any server's. */
  private boolean answersAt(ServerRange range, OutgoingQuery query, long step) {
    return range.holdsAt(step)
        && (range.addresses().contains(query.server()) || !named.contains(query.server()));
  }
}
