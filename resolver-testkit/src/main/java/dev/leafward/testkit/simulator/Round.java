// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.message.Question;
import java.time.Duration;
import java.util.List;

/**
 * Questions that are asked at the same moment.
 *
 * @param pause the time that passes before them
 * @param callers who asks
 */
record Round(Duration pause, List<Caller> callers) {

  Round {
    callers = List.copyOf(callers);
  }

  /**
   * One who asks.
   *
   * @param question what
   * @param allowed the time that it may take
   * @param patience after which time the caller leaves, interrupted; longer than allowed for one
   *     that stays
   */
  record Caller(Question question, Duration allowed, Duration patience) {

    boolean leavesEarly() {
      return patience.compareTo(allowed) < 0;
    }

    @Override
    public String toString() {
      String leaves = leavesEarly() ? ", leaves after " + patience.toMillis() + " ms" : "";
      return question + " within " + allowed.toMillis() + " ms" + leaves;
    }
  }
}
