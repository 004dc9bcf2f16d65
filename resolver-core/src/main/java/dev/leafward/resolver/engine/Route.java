// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.config.RouteOption;
import dev.leafward.resolver.config.UpstreamZone;
import dev.leafward.wire.name.DomainName;
import java.util.Set;

/**
 * A way to the outcomes of all names at and below one.
 *
 * @param zone the name at the top
 * @param words what explanations call it; empty for iteration from the root, of which they say
 *     nothing
 * @param options in what it differs from the ordinary
 * @param source finds the outcomes
 */
record Route(DomainName zone, String words, Set<RouteOption> options, Source source) {

  /** The route of a configured zone. */
  static Route of(UpstreamZone zone, Source source) {
    return new Route(zone.zone(), zone.toString(), zone.options(), source);
  }

  /** The route of everything that no other covers. */
  static Route ofIteration(Source source) {
    return new Route(DomainName.ROOT, "", Set.of(), source);
  }

  boolean has(RouteOption option) {
    return options.contains(option);
  }
}
