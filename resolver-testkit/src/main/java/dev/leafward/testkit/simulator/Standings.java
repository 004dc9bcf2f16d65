// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.collect.Iterables;
import dev.leafward.resolver.config.RouteOption;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out how far what is heard of a name can be relied on: as far as the worst of all servers on
 * which it depends, by descent, because they hold the names of other servers, or because a detour
 * leads there.
 */
final class Standings {

  private final Scenario scenario;
  private final Topology topology;
  private final List<Detour> detours;
  private final Set<String> unreachable;
  private final Map<Object, Standing> known = new HashMap<>();

  Standings(Scenario scenario) {
    this.scenario = scenario;
    this.topology = scenario.topology();
    this.detours = scenario.setup().detours();
    this.unreachable = scenario.history().unreachable();
  }

  /** How far an answer to questions about these names can be relied on. */
  Standing of(Iterable<DomainName> names, RRType type) {
    Standing worst = Standing.SOUND;
    for (DomainName name : names) {
      worst = worst.orWorse(of(name, type));
    }
    return worst;
  }

  /** How far an answer about this name itself can be relied on. */
  Standing of(DomainName name, RRType type) {
    return known.computeIfAbsent(List.of(name, type), key -> new Walk().byAnswer(name, type));
  }

  /** The same of whatever is heard of the name in passing: name servers, glue. */
  Standing inPassing(DomainName name) {
    return known.computeIfAbsent(name, key -> new Walk().byAnyWay(name));
  }

  /** One walk through all that something depends on. */
  private final class Walk {
    private final Set<Object> seen = new HashSet<>();
    private Standing worst = scenario.loses() ? Standing.IMPAIRED : Standing.SOUND;

    Standing byAnswer(DomainName name, RRType type) {
      follow(name, type);
      return worst;
    }

    Standing byAnyWay(DomainName name) {
      follow(name, RRType.A);
      follow(name, RRType.DS);
      detours.stream().filter(each -> each.leads(name)).forEach(each -> take(each, name));
      descend(topology.zoneOf(name), DomainName.ROOT);
      return worst;
    }

    /** The ways that a question about the name may go. */
    private void follow(DomainName name, RRType type) {
      List<Detour> ways = Detour.of(detours, name, type).toList();
      ways.forEach(each -> take(each, name));
      if (ways.stream().allMatch(Detour::isFirstTry)) {
        descend(topology.zoneOf(name), DomainName.ROOT);
      }
    }

    private void take(Detour detour, DomainName name) {
      if (detour.isStub()) {
        descend(topology.zoneOf(name), detour.route().zone());
        return;
      }
      worst = worst.orWorse(detour.standing());
    }

    /** A zone, those above it up to where the way begins, and the hosts of their servers. */
    private void descend(Plot zone, DomainName from) {
      if (!seen.add(List.of(zone.origin(), from))) {
        return;
      }
      boolean isGiven = zone.origin().equals(from) && !from.isRoot();
      worst = worst.orWorse(servers(zone));
      if (isGiven && !isPrimed(from)) {
        return;
      }
      worst = topology.isShaky(zone) ? worst.orWorse(Standing.IMPAIRED) : worst;
      zone.hosts().forEach(host -> follow(host, RRType.A));
      if (!isGiven && !zone.origin().isRoot()) {
        descend(topology.parentOf(zone), from);
      }
    }

    private boolean isPrimed(DomainName zone) {
      return detours.stream()
          .anyMatch(
              each -> each.route().zone().equals(zone) && each.route().has(RouteOption.PRIMED));
    }
  }

  private Standing servers(Plot zone) {
    boolean isOut = zone.servers().stream().anyMatch(unreachable::contains);
    Standing worst = isOut ? Standing.IMPAIRED : Standing.SOUND;
    for (String server : Iterables.concat(zone.servers(), zone.strays())) {
      Behaviour behaviour = scenario.behaviours().get(server);
      worst = behaviour == null ? worst : worst.orWorse(behaviour.standing());
    }
    return worst;
  }
}
