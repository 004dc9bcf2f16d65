// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * No question costs more than the limits say: messages sent, octets received, time.
 *
 * <p>Questions that are asked at once share work, so that only their sum can be told.
 */
final class BudgetCheck implements Check {

  private static final Duration GRACE = Duration.ofMillis(1);

  /** The message that goes over the limit has been received, too. */
  private static final int LAST_MESSAGE = 65_535;

  private final ResolverLimits limits;

  BudgetCheck(ResolverLimits limits) {
    this.limits = limits;
  }

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    for (RoundPlay round : play.rounds()) {
      int callers = round.calls().size();
      if (round.sends() > callers * limits.sends()) {
        violations.accept(round.sends() + " messages were sent for " + callers + " questions");
      }
      if (round.octets() > callers * ((long) limits.receivedOctets() + LAST_MESSAGE)) {
        violations.accept(round.octets() + " octets were received for " + callers + " questions");
      }
      round.calls().forEach(call -> checkTime(call, violations));
    }
  }

  private static void checkTime(Call call, Consumer<String> violations) {
    if (call.took().compareTo(call.caller().allowed().plus(GRACE)) > 0) {
      violations.accept(call.caller() + " took " + call.took().toMillis() + " ms");
    }
  }
}
