// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The zones of a generated world and where they are served. */
final class Topology {

  private final Map<DomainName, Plot> plots = new LinkedHashMap<>();
  private final Set<DomainName> shaky;

  /**
   * A topology.
   *
   * @param zones parents before their children
   * @param shaky the zones whose delegation or name servers are not in order
   */
  Topology(List<Plot> zones, Set<DomainName> shaky) {
    zones.forEach(each -> plots.put(each.origin(), each));
    this.shaky = Set.copyOf(shaky);
  }

  /** The same with other data in some zones. */
  Topology with(List<Plot> changed) {
    Map<DomainName, Plot> all = new LinkedHashMap<>(plots);
    changed.forEach(each -> all.put(each.origin(), each));
    return new Topology(List.copyOf(all.values()), shaky);
  }

  List<Plot> plots() {
    return List.copyOf(plots.values());
  }

  boolean isShaky(Plot plot) {
    return shaky.contains(plot.origin());
  }

  /** The zone that holds a name. */
  Plot zoneOf(DomainName name) {
    for (int labels = name.labelCount(); ; labels--) {
      Plot plot = plots.get(name.suffix(labels));
      if (plot != null) {
        return plot;
      }
    }
  }

  /** The zone that delegates this one, which is not the root. */
  Plot parentOf(Plot plot) {
    return zoneOf(plot.origin().parent());
  }

  /** Every address at which a zone is served. */
  List<String> servers() {
    return plots.values().stream().flatMap(each -> each.servers().stream()).distinct().toList();
  }

  Stream<ResourceRecord> records() {
    return plots.values().stream().flatMap(each -> each.records().stream());
  }
}
