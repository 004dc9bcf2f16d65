// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.StubZone;
import java.util.List;

/**
 * How the resolver is set up.
 *
 * @param minimisation how much of a name it shows
 * @param mixesCase whether it writes names in mixed case
 * @param detours its forward and stub zones
 */
record Setup(QnameMinimisation minimisation, boolean mixesCase, List<Detour> detours) {

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
    return mixed.qnameMinimisation(minimisation).routes(routes.build());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("QNAME minimisation " + minimisation);
    text.append(mixesCase ? ", mixed case" : "");
    detours.forEach(each -> text.append("\n" + each));
    return text.toString();
  }
}
