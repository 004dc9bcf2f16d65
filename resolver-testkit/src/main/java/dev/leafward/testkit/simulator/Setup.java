// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.resolver.config.StubZone;
import java.util.List;

/**
 * How the resolver is set up.
 *
 * @param minimisation how much of a name it shows
 * @param mixesCase whether it writes names in mixed case
 * @param detours its forward and stub zones
 * @param stale whether it serves what has expired
 * @param prefetch whether it looks up ahead
 */
record Setup(
    QnameMinimisation minimisation,
    boolean mixesCase,
    List<Detour> detours,
    ServeStale stale,
    Prefetch prefetch) {

  Setup {
    detours = List.copyOf(detours);
  }

  RecursiveBuilder applyTo(RecursiveBuilder builder) {
    Routes.Builder routes = Routes.builder();
    for (Detour each : detours) {
      switch (each.route()) {
        case ForwardZone zone -> routes.forward(zone);
        case StubZone zone -> routes.stub(zone);
      }
    }
    RecursiveBuilder mixed = mixesCase ? builder.mixCase() : builder;
    return mixed
        .qnameMinimisation(minimisation)
        .routes(routes.build())
        .cache(CacheOptions.DEFAULT.toBuilder().serveStale(stale).prefetch(prefetch).build());
  }

  /** Whether it may do more for a question than it takes to answer it. */
  boolean refreshes() {
    return stale.isOn() || prefetch != Prefetch.OFF;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("QNAME minimisation " + minimisation);
    text.append(mixesCase ? ", mixed case" : "");
    text.append(stale.isOn() ? ", " + stale : "");
    text.append(prefetch == Prefetch.OFF ? "" : ", prefetch");
    detours.forEach(each -> text.append("\n" + each));
    return text.toString();
  }
}
