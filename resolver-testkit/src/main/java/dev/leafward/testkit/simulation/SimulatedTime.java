// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time: it stands still until somebody waits or a test lets it pass.
 *
 * <p>It starts at 0 ns, and at midnight UTC of 1 January 2026 by the wall clock, and never runs
 * backwards.
 *
 * <p>A thread of {@link SimulatedThreads} that waits lets the others run, and time moves when none
 * can. Any other thread is taken to be alone: where it waits for an instant, that instant comes at
 * once; where it waits for an event, somebody outside of the simulation must bring that about, in
 * real time.
 */
public final class SimulatedTime implements Time {

  private final AtomicLong nanos = new AtomicLong();
  private volatile Instant start = Instant.parse("2026-01-01T00:00:00Z");
  private final @Nullable SimulatedThreads threads;

  /** A clock that stands at its start. */
  public SimulatedTime() {
    this(null);
  }

  /** The clock of these threads. */
  SimulatedTime(@Nullable SimulatedThreads threads) {
    this.threads = threads;
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public Instant wallClock() {
    return start.plusNanos(nanos());
  }

  /** Sets the wall clock, which signatures are checked by; monotonic time is left alone. */
  public void setWallClock(Instant now) {
    start = now.minusNanos(nanos());
  }

  /**
   * Lets time pass, for instance until a TTL has run out. Threads that wait for an earlier instant
   * find it passed; {@link SimulatedThreads#advanceTo} lets them run in between.
   */
  public void advance(Duration passing) {
    if (passing.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + passing);
    }
    nanos.addAndGet(passing.toNanos());
  }

  @Override
  public boolean await(CompletableFuture<?> event, long deadlineNanos) throws InterruptedException {
    if (threads != null && threads.isCurrent()) {
      threads.park(event, deadlineNanos);
      return event.isDone();
    }
    return awaitOutsiders(event, deadlineNanos);
  }

  private boolean awaitOutsiders(CompletableFuture<?> event, long deadlineNanos)
      throws InterruptedException {
    try {
      event.get(deadlineNanos - nanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | CancellationException e) {
      return true; // It is done; what it came to is for the caller to read.
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Waits until an instant; one in the past has been reached already. */
  void waitUntil(long instantNanos) throws InterruptedException {
    if (threads != null && threads.isCurrent()) {
      threads.park(null, instantNanos);
    } else {
      moveTo(instantNanos);
    }
  }

  /** Sets the clock forward. */
  void moveTo(long instantNanos) {
    nanos.accumulateAndGet(instantNanos, Math::max);
  }
}
