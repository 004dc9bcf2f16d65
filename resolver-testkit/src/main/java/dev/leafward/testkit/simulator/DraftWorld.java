// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The zones of a world in the making, parents before their children. */
final class DraftWorld {

  private final Map<DomainName, Draft> drafts = new LinkedHashMap<>();

  /** A world of these zones, of which the first is the root. */
  DraftWorld(Collection<DomainName> origins) {
    origins.stream()
        .sorted((a, b) -> Integer.compare(a.labelCount(), b.labelCount()))
        .forEach(this::add);
  }

  private void add(DomainName origin) {
    Draft draft = new Draft(origin);
    List<Draft> enclosing = new ArrayList<>();
    for (int labels = origin.labelCount() - 1; labels >= 0; labels--) {
      Draft above = drafts.get(origin.suffix(labels));
      if (above != null) {
        enclosing.add(above);
      }
    }
    draft.liesIn(enclosing);
    drafts.put(origin, draft);
  }

  List<Draft> zones() {
    return List.copyOf(drafts.values());
  }

  /** The zone that holds a name. */
  Draft zoneOf(DomainName name) {
    for (int labels = name.labelCount(); ; labels--) {
      Draft draft = drafts.get(name.suffix(labels));
      if (draft != null) {
        return draft;
      }
    }
  }
}
