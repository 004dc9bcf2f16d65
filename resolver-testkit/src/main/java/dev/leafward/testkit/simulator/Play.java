// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.testkit.simulator.Round.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one run of a {@link Scenario}.
 *
 * @param rounds what came of each round, in order
 * @param exchanges every message that was sent, in order
 * @param steps every exchange as the resolver itself tells of it
 * @param breakdown what broke, where nothing ever should
 */
record Play(
    List<RoundPlay> rounds,
    List<SimulatedExchange> exchanges,
    List<Step.Exchange> steps,
    Optional<Throwable> breakdown) {

  Play {
    rounds = List.copyOf(rounds);
    exchanges = List.copyOf(exchanges);
    steps = List.copyOf(steps);
  }

  /**
   * What came of one round.
   *
   * @param begunNanos when it began; until then the zones were as in the round before
   * @param endedNanos when nobody did anything any more
   * @param calls what each caller got
   * @param sends how many messages were sent
   * @param octets how many octets were received
   * @param unended how many tasks had not ended when nobody could do anything more
   * @param cached what the cache held then
   */
  record RoundPlay(
      long begunNanos,
      long endedNanos,
      List<Call> calls,
      int sends,
      long octets,
      int unended,
      List<CachedEntry> cached) {

    RoundPlay {
      calls = List.copyOf(calls);
      cached = List.copyOf(cached);
    }
  }

  /**
   * What one caller got: one of answer and failure, or neither if the call never came back.
   *
   * @param took the virtual time until then
   */
  record Call(Caller caller, @Nullable Answer answer, @Nullable Failure failure, Duration took) {

    boolean cameBack() {
      return answer != null || failure != null;
    }

    /** What came of it, in one line, equal for equal outcomes. */
    String outcome() {
      if (answer != null) {
        return answer.getClass().getSimpleName()
            + " "
            + answer.aliases()
            + (answer instanceof Answer.Found found ? " " + found.rrsets() : "")
            + " TTL "
            + answer.ttl();
      }
      return failure == null ? "nothing" : failure.sentence();
    }
  }
}
