// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.wire.message.Question;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a lookup runs: what it may cost, who hears of it, and which questions wait for it.
 *
 * @param budget what it may still cost
 * @param recorder where its steps go
 * @param pursued the questions whose answers wait for this one, the latest first
 * @param flight the shared lookup that this one is part of; null at the caller's own level
 * @param least how far the records have to be believed: for asking a name server, glue is enough
 * @param outdated takes the questions to look up anew once the caller has its answer; null below
 *     the caller's own level, where only what holds is good enough
 */
record Context(
    Budget budget,
    Recorder recorder,
    @Nullable Pursuit pursued,
    InFlight.@Nullable Flight flight,
    Trust least,
    @Nullable Outdated outdated) {

  /** A question under way, and those that wait for it. */
  record Pursuit(Question question, @Nullable Pursuit below) {}

  /** The context of a question as a caller asks it. */
  static Context ofCaller(Budget budget, Recorder recorder, Outdated outdated) {
    return new Context(budget, recorder, null, null, Trust.ANSWER, outdated);
  }

  /** The context of a question that nobody has asked, or for whom only what holds is good. */
  static Context of(Budget budget, Recorder recorder) {
    return new Context(budget, recorder, null, null, Trust.ANSWER, null);
  }

  /** The context of work on a question that is shared as a flight. */
  Context in(InFlight.Flight shared, Recorder steps) {
    return new Context(budget, steps, new Pursuit(shared.question(), pursued), shared, least, null);
  }

  /** The context of work on a question that is not shared. */
  Context alone(Question question) {
    return new Context(budget, recorder, new Pursuit(question, pursued), flight, least, null);
  }

  /** The context of another lookup that this one needs. */
  Context child(Budget childBudget, Recorder childRecorder) {
    return new Context(childBudget, childRecorder, pursued, flight, Trust.ANSWER, null);
  }

  /** The same context, where records have to be believed this far. */
  Context atLeast(Trust trust) {
    return new Context(budget, recorder, pursued, flight, trust, outdated);
  }

  /** How much of its caller's means the work on a question has; to be asked when it begins. */
  FailureMemory.Effort effort() {
    boolean isDependedOn = pursued != null && pursued.below() != null;
    return budget.isUntouched() && !isDependedOn
        ? FailureMemory.Effort.WHOLE
        : FailureMemory.Effort.PART;
  }

  /** True if the answer to this question waits for this lookup. */
  boolean pursues(Question question) {
    for (Pursuit p = pursued; p != null; p = p.below()) {
      if (p.question().equals(question)) {
        return true;
      }
    }
    return false;
  }
}
