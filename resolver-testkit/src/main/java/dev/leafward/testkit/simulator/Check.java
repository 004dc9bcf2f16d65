// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.function.Consumer;

/** Something that must hold of every run. */
@FunctionalInterface
interface Check {

  /** Says what does not hold, each in one line. */
  void of(Scenario scenario, Play play, Consumer<String> violations);
}
