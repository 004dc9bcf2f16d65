// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.RouteOption;
import dev.leafward.resolver.config.StubZone;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws forward zones, at any name, and stub zones, at zones that have servers. */
final class DetourGenerator {

  private final Draw draw;
  private final Topology topology;
  private final List<DomainName> names;
  private final Forwarders forwarders;
  private int count;

  DetourGenerator(Draw draw, Topology topology) {
    this.draw = draw;
    this.topology = topology;
    this.names =
        topology
            .records()
            .map(ResourceRecord::name)
            .filter(name -> !name.isWildcard())
            .distinct()
            .toList();
    this.forwarders = new Forwarders(draw.split(), names);
  }

  /**
   * The detours.
   *
   * @param faultChance how likely it is that a forwarder is broken
   * @param lieChance how likely it is that it lies
   */
  List<Detour> generate(double faultChance, double lieChance) {
    Map<DomainName, Detour> forward = new TreeMap<>();
    Map<DomainName, Detour> stub = new TreeMap<>();
    List<DomainName> within = names;
    int all = draw.between(1, 4);
    for (int i = 0; i < all; i++) {
      DomainName zone = draw.oneOf(within);
      Plot plot = topology.zoneOf(zone);
      if (draw.chance(0.5) && !plot.servers().isEmpty()) {
        zone = plot.origin();
        stub.put(zone, stub(plot));
      } else {
        zone = draw.chance(0.5) ? plot.origin() : zone;
        forward.put(zone, forward(zone, faultChance, lieChance));
      }
      within = draw.chance(0.6) ? namesAtOrBelow(zone) : names;
    }
    List<Detour> detours = new ArrayList<>(forward.values());
    detours.addAll(stub.values());
    return detours;
  }

  /** So that one detour often lies within another. */
  private List<DomainName> namesAtOrBelow(DomainName zone) {
    return names.stream().filter(name -> name.isAtOrBelow(zone)).toList();
  }

  private Detour stub(Plot plot) {
    List<String> servers = draw.chance(0.5) ? plot.servers() : List.of(draw.oneOf(plot.servers()));
    StubZone zone = StubZone.of(plot.origin().toString(), servers.toArray(String[]::new));
    return new Detour(
        draw.chance(0.3) ? zone.with(RouteOption.PRIMED).with(options()) : zone.with(options()),
        Map.of());
  }

  private Detour forward(DomainName zone, double faultChance, double lieChance) {
    Map<String, Behaviour> servers = new LinkedHashMap<>();
    int size = draw.between(1, 3);
    for (int i = 0; i < size; i++) {
      servers.put("185.200.0." + ++count, behaviour(faultChance, lieChance));
    }
    String[] addresses = servers.keySet().toArray(String[]::new);
    return new Detour(ForwardZone.of(zone.toString(), addresses).with(options()), servers);
  }

  private Behaviour behaviour(double faultChance, double lieChance) {
    if (draw.chance(lieChance)) {
      return forwarders.liar();
    }
    return draw.chance(faultChance) ? forwarders.fault() : forwarders.sound();
  }

  private RouteOption[] options() {
    List<RouteOption> options = new ArrayList<>();
    if (draw.chance(0.5)) {
      options.add(RouteOption.FIRST);
    }
    if (draw.chance(0.15)) {
      options.add(RouteOption.UNCACHED);
    }
    if (draw.chance(0.1)) {
      options.add(RouteOption.TCP_ONLY);
    }
    return options.toArray(RouteOption[]::new);
  }
}
