// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.simulation.SimulatedThreads;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The clock of a scenario: it moves as the scenario says, and besides only where the resolver waits
 * for what never comes. Time lost by that is made up for when the scenario next moves the clock.
 */
final class ReplayClock {

  /** How long the resolver may wait for nothing in one step before it is taken to be stuck. */
  private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final SimulatedThreads threads;
  private final long startNanos;
  private long passedNanos;
  private long stepBeganNanos;

  ReplayClock(SimulatedThreads threads) {
    this.threads = threads;
    this.startNanos = threads.time().nanos();
    beginStep();
  }

  /** Begins a new measure of patience. */
  void beginStep() {
    stepBeganNanos = threads.time().nanos();
  }

  /** Lets time pass until somebody has something to do; false if nobody ever has. */
  boolean waitForSomebody() {
    OptionalLong next = threads.nextInstant();
    return next.isPresent()
        && next.getAsLong() - stepBeganNanos <= PATIENCE_NANOS
        && threads.advance();
  }

  /** Lets the time of a step pass; the words are its arguments. */
  void pass(List<String> arguments) throws MissingFeatureException {
    if (arguments.size() != 2 || !arguments.getFirst().equals("ELAPSE")) {
      throw new MissingFeatureException("macros (TIME_PASSES EVAL)");
    }
    BigDecimal seconds = new BigDecimal(arguments.get(1));
    passedNanos += seconds.multiply(BigDecimal.valueOf(NANOS_PER_SECOND)).longValueExact();
    threads.advanceTo(startNanos + passedNanos);
  }

  /** By how many seconds the clock is ahead of the scenario's, begun ones included. */
  long aheadSeconds() {
    long ahead = threads.time().nanos() - startNanos - passedNanos;
    return Math.ceilDiv(ahead, NANOS_PER_SECOND);
  }
}
