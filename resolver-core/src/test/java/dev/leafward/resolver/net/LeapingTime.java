// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** The system's time, which a test can put forward. */
final class LeapingTime implements Time {

  private final SystemTime system = new SystemTime();
  private final AtomicLong leapt = new AtomicLong();

  void leap(Duration duration) {
    leapt.addAndGet(duration.toNanos());
  }

  @Override
  public long nanos() {
    return system.nanos() + leapt.get();
  }

  @Override
  public boolean await(CompletableFuture<?> event, long deadlineNanos) throws InterruptedException {
    return system.await(event, deadlineNanos - leapt.get());
  }

  @Override
  public Instant wallClock() {
    throw new AssertionError("nothing here depends on the time of day");
  }
}
