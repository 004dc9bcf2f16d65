// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of one seed.
 *
 * @param seed the seed
 * @param violations what did not hold, each in one line; none for a good run
 * @param figures what it cost
 * @param trace stands for all that happened: equal for equal runs
 */
record Report(long seed, List<String> violations, Figures figures, int trace) {

  Report {
    violations = List.copyOf(violations);
  }

  Report withViolation(String violation) {
    List<String> more = new ArrayList<>(violations);
    more.add(violation);
    return new Report(seed, more, figures, trace);
  }

  boolean isGood() {
    return violations.isEmpty();
  }
}
