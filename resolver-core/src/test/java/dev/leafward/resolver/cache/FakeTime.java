// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A clock that stands still until it is told to go on. */
public final class FakeTime implements Time {
  // Close to the point where the monotonic clock wraps around: comparing readings, rather than
  // their difference, shows at once.
  private long nanos = Long.MAX_VALUE - 1_500_000_000L;
  private Instant wallClock = Instant.parse("2026-01-01T00:00:00Z");

  /** Lets time go by on the monotonic clock. */
  public void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  /** Lets seconds go by on the monotonic clock. */
  public void passSeconds(long seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  /** Sets the clock on the wall, as an operator or NTP would; the monotonic one is not touched. */
  public void setWallClock(Instant instant) {
    wallClock = instant;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Instant wallClock() {
    return wallClock;
  }

  /** Nobody else is there to bring the event about, so that a wait for it is in vain. */
  @Override
  public boolean await(CompletableFuture<?> event, long deadlineNanos) {
    if (!event.isDone() && deadlineNanos - nanos > 0) {
      nanos = deadlineNanos;
    }
    return event.isDone();
  }
}
