// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The resolver's clocks, and the waiting by them. A simulation puts its own in their place. */
public interface Time {

  /**
   * Monotonic time in nanoseconds from an arbitrary origin, as {@link System#nanoTime()}: compare
   * two readings by their difference only. TTLs and timeouts are measured by it.
   */
  long nanos();

  /** The time of day. Only signatures may depend on it. */
  Instant wallClock();

  /**
   * Waits for an event. Whatever in the resolver waits, and not for the network, waits here, so
   * that a simulation knows of it.
   *
   * @param event done once it has happened, whether normally or not
   * @param deadlineNanos the instant on the {@link #nanos()} scale after which to give up
   * @return whether the event is done
   * @throws InterruptedException if the thread is interrupted first
   */
  boolean await(CompletableFuture<?> event, long deadlineNanos) throws InterruptedException;
}
