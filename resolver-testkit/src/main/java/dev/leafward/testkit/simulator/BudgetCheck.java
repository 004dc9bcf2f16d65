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
 * <p>Questions that are asked at once share work, so that only their sum can be told. Where the
 * resolver refreshes what it holds, each name on the way to an answer may cost as much again.
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
      int lookups = round.calls().stream().mapToInt(call -> lookups(scenario.setup(), call)).sum();
      if (round.sends() > lookups * limits.sends()) {
        violations.accept(round.sends() + " messages were sent for " + lookups + " lookups");
      }
      if (round.octets() > lookups * ((long) limits.receivedOctets() + LAST_MESSAGE)) {
        violations.accept(round.octets() + " octets were received for " + lookups + " lookups");
      }
      round.calls().forEach(call -> checkTime(call, violations));
    }
  }

  /** How many lookups, each with means of its own, a call may have set off. */
  private int lookups(Setup setup, Call call) {
    if (!setup.refreshes()) {
      return 1;
    }
    return 2 + (call.answer() == null ? limits.aliases() : call.answer().aliases().size());
  }

  private static void checkTime(Call call, Consumer<String> violations) {
    if (call.took().compareTo(call.caller().allowed().plus(GRACE)) > 0) {
      violations.accept(call.caller() + " took " + call.took().toMillis() + " ms");
    }
  }
}
