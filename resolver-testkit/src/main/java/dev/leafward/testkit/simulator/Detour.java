// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.RouteOption;
import dev.leafward.resolver.config.StubZone;
import dev.leafward.resolver.config.UpstreamZone;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A configured way around iteration from the root.
 *
 * @param route the zone and the servers that the resolver is told
 * @param forwarders what each of a forward zone's servers is like, by address; of a stub zone none,
 *     for its servers are among those of the world
 */
record Detour(UpstreamZone route, Map<String, Behaviour> forwarders) {

  Detour {
    forwarders = new TreeMap<>(forwarders);
  }

  boolean isStub() {
    return route instanceof StubZone;
  }

  /** Whether another way is gone where this one leads nowhere. */
  boolean isFirstTry() {
    return route.has(RouteOption.FIRST);
  }

  boolean leads(DomainName name) {
    return name.isAtOrBelow(route.zone());
  }

  /** How far what the forwarders say can be relied on. */
  Standing standing() {
    return forwarders.values().stream()
        .map(Behaviour::standing)
        .reduce(Standing.SOUND, Standing::orWorse);
  }

  /**
   * The detours that a question takes, in the order of preference: up to the first that is no mere
   * try.
   */
  static Stream<Detour> of(List<Detour> all, DomainName name, RRType type) {
    boolean fromAbove = type.equals(RRType.DS) && !name.isRoot();
    DomainName lowest = fromAbove ? name.parent() : name;
    List<Detour> ways =
        all.stream().filter(each -> each.leads(lowest)).sorted(Detour::compare).toList();
    long tries = ways.stream().takeWhile(Detour::isFirstTry).count();
    return ways.stream().limit(tries + 1);
  }

  private static int compare(Detour one, Detour other) {
    int byLength = Integer.compare(other.route.zone().labelCount(), one.route.zone().labelCount());
    return byLength != 0 ? byLength : Boolean.compare(one.isStub(), other.isStub());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(route + " " + route.options());
    forwarders.forEach((server, what) -> text.append("; " + server + " " + what.name()));
    return text.toString();
  }
}
