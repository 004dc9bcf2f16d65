// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import java.util.ArrayList;
import java.util.List;

/** Plays the world of one seed and checks what is seen. */
final class Simulation {

  private static final List<Check> CHECKS =
      List.of(
          new AnswerCheck(),
          new BudgetCheck(ResolverLimits.DEFAULT),
          new EndCheck(),
          new CacheTruthCheck(),
          new UnaskedCheck(),
          new QueryCheck());

  private Simulation() {}

  /** Plays a seed. */
  static Report of(long seed) {
    Scenario scenario = ScenarioGenerator.of(seed);
    return report(scenario, new Player(scenario).play());
  }

  /** Plays a seed twice, and takes a difference for a violation. */
  static Report twice(long seed) {
    Report first = of(seed);
    Report second = of(seed);
    return first.trace() == second.trace()
        ? first
        : first.withViolation("two runs of this seed differ");
  }

  static Report report(Scenario scenario, Play play) {
    List<String> violations = new ArrayList<>();
    CHECKS.forEach(check -> check.of(scenario, play, violations::add));
    return new Report(
        scenario.seed(), violations, Figures.of(scenario.setup(), play), traceOf(play));
  }

  /** Equal for runs in which the same was sent, received and found out at the same instants. */
  private static int traceOf(Play play) {
    int hash = play.exchanges().hashCode();
    for (RoundPlay round : play.rounds()) {
      for (Call call : round.calls()) {
        hash = 31 * hash + call.outcome().hashCode();
        hash = 31 * hash + call.took().hashCode();
      }
    }
    return hash;
  }
}
