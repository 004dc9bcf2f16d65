// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.config.LocalZone;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the local zone that a question falls into: the longest one that the name is at or below.
 *
 * <p>Every question comes by here, and nearly none stays: most are told by their last label that no
 * local zone can be theirs.
 */
final class LocalZones {

  private final Map<DomainName, LocalZoneData> zones = new HashMap<>();
  private final Set<DomainName> lastLabels = new HashSet<>();
  private boolean coversAll;

  LocalZones(List<LocalZone> all) {
    for (LocalZone zone : all) {
      zones.put(zone.zone(), new LocalZoneData(zone));
      if (zone.zone().isRoot()) {
        coversAll = true;
      } else {
        lastLabels.add(zone.zone().suffix(1));
      }
    }
  }

  /**
   * The zone of a question, if there is one. That of a DS record is above its name (RFC 4035
   * section 3.1.4.1), unless the zone has one itself.
   */
  Optional<LocalZoneData> zoneOf(Question question) {
    DomainName name = question.name();
    if (!coversAll && (name.isRoot() || !lastLabels.contains(name.suffix(1)))) {
      return Optional.empty();
    }
    for (int labels = name.labelCount(); labels >= 0; labels--) {
      LocalZoneData zone = zones.get(name.suffix(labels));
      if (zone != null && (labels < name.labelCount() || isOf(question, zone))) {
        return Optional.of(zone);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Question question, LocalZoneData apex) {
    return !question.type().equals(RRType.DS) || apex.hasDataAt(question.name(), RRType.DS);
  }
}
