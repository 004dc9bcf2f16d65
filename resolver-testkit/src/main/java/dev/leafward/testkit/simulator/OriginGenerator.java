// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Draws which zones there are: a tree of 1 to 60, of which most worlds have few. */
final class OriginGenerator {

  private static final int MOST_OCTETS = 80;
  private static final List<String> LABELS =
      List.of(
          "a", "b", "c", "com", "net", "org", "example", "Mixed-Case", "x".repeat(63), "_u", "0");

  private final Draw draw;

  OriginGenerator(Draw draw) {
    this.draw = draw;
  }

  Set<DomainName> generate() {
    Set<DomainName> origins = new LinkedHashSet<>();
    origins.add(DomainName.ROOT);
    int count = count();
    for (int i = 1; i < count; i++) {
      origins.add(below(new ArrayList<>(origins)));
    }
    return origins;
  }

  private int count() {
    int kind = draw.below(20);
    if (kind == 0) {
      return draw.between(25, 60);
    }
    return kind < 6 ? draw.between(9, 24) : draw.between(1, 8);
  }

  private DomainName below(List<DomainName> origins) {
    DomainName name = draw.oneOf(origins);
    int labels = draw.chance(0.75) ? 1 : draw.between(2, 3);
    for (int i = 0; i < labels && name.octets() < MOST_OCTETS; i++) {
      name = name.child(draw.oneOf(LABELS));
    }
    return name;
  }
}
