// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One name of a zone and the RRsets that it owns, in the order of the zone text.
 *
 * <p>An empty non-terminal (RFC 9499 section 7) is a node without RRsets.
 */
final class ZoneNode {

  private final DomainName name;
  private final Map<RRType, RRset> sets;

  ZoneNode(DomainName name, List<RRset> sets) {
    this.name = name;
    this.sets = new LinkedHashMap<>();
    sets.forEach(set -> this.sets.put(set.type(), set));
  }

  DomainName name() {
    return name;
  }

  boolean has(RRType type) {
    return sets.containsKey(type);
  }

  Optional<RRset> find(RRType type) {
    return Optional.ofNullable(sets.get(type));
  }

  Collection<RRset> sets() {
    return sets.values();
  }
}
