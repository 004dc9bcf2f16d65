// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import java.util.Set;

/** Reads the values of settings. */
final class Setting {

  private static final Set<String> YES = Set.of("yes", "true", "on", "1");

  private Setting() {}

  /** Whether a switch is on. */
  static boolean isYes(String value) {
    return YES.contains(value);
  }

  /** A number of a setting. */
  static long number(String key, String value) throws MissingFeatureException {
    if (!value.matches("\\d{1,10}")) {
      throw new MissingFeatureException("the setting " + key + ": " + value);
    }
    return Long.parseLong(value);
  }
}
