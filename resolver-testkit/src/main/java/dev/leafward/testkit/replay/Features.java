// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The list of features in Deckard's dialect: {@code k = v}, with semicolons between. */
final class Features {

  private final Map<String, String> values = new HashMap<>();

  private Features() {}

  /** Those of a scenario. */
  static Features of(Scenario scenario) {
    Features features = new Features();
    for (String list : scenario.config().server().all("features")) {
      for (String each : list.split(";", -1)) {
        String[] parts = each.split("=", 2);
        if (parts.length == 2) {
          features.values.put(parts[0].strip(), parts[1].strip());
        }
      }
    }
    return features;
  }

  /** The value of a feature. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Map<String, String> all() {
    return values;
  }
}
