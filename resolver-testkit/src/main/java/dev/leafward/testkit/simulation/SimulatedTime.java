// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Virtual time: it stands still until somebody waits or a test lets it pass.
 *
 * <p>It starts at 0 ns, and at midnight UTC of 1 January 2026 by the wall clock, and never runs
 * backwards.
 */
public final class SimulatedTime implements Time {

  private final AtomicLong nanos = new AtomicLong();
  private volatile Instant start = Instant.parse("2026-01-01T00:00:00Z");

  /** A clock that stands at its start. */
  public SimulatedTime() {}

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

  /** Lets time pass, for instance until a TTL has run out. */
  public void advance(Duration passing) {
    if (passing.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + passing);
    }
    nanos.addAndGet(passing.toNanos());
  }

  /** Waits until an instant; one in the past has been reached already. */
  void advanceTo(long instantNanos) {
    nanos.accumulateAndGet(instantNanos, Math::max);
  }
}
