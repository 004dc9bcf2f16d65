// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.wire.name.DomainName;
import java.util.Map;

/**
 * Chooses the source of a name: that of the longest suffix wins, and what no suffix covers is
 * resolved by iteration from the root.
 */
final class Router {

  private final Map<DomainName, Source> bySuffix;
  private final Source iteration;

  Router(Map<DomainName, Source> bySuffix, Source iteration) {
    this.bySuffix = Map.copyOf(bySuffix);
    this.iteration = iteration;
  }

  Source source(DomainName name) {
    if (bySuffix.isEmpty()) {
      return iteration;
    }
    for (int labels = name.labelCount(); labels >= 0; labels--) {
      Source source = bySuffix.get(name.suffix(labels));
      if (source != null) {
        return source;
      }
    }
    return iteration;
  }
}
