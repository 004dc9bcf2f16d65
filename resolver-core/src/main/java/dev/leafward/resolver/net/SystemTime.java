// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Time;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The clocks of this machine. */
public final class SystemTime implements Time {

  /** The system's clocks. */
  public SystemTime() {}

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant wallClock() {
    return Instant.now();
  }

  @Override
  public boolean await(CompletableFuture<?> event, long deadlineNanos) throws InterruptedException {
    try {
      event.get(deadlineNanos - nanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | CancellationException e) {
      return true; // It is done; what it came to is for the caller to read.
    } catch (TimeoutException e) {
      return false;
    }
  }
}
