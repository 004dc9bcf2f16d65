// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.function.Consumer;

/** When nobody has anything to do any more, nobody waits any more either, and nothing broke. */
final class EndCheck implements Check {

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    play.breakdown().ifPresent(cause -> violations.accept("broke down: " + rootOf(cause)));
    play.rounds().stream()
        .filter(round -> round.unended() > 0)
        .forEach(round -> violations.accept(round.unended() + " tasks have not ended"));
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
