// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** Turns calls that wait into futures, and back. */
final class Background {

  private static final long LONG_NANOS = Duration.ofHours(1).toNanos();

  private Background() {}

  /**
   * Makes a call in the executor. To cancel the future interrupts the call.
   *
   * @return fails with whatever the call throws, or the executor if it takes no more work
   */
  static <T> CompletableFuture<T> call(Executor executor, Callable<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    FutureTask<Void> task =
        new FutureTask<>(() -> {
          try {
            result.complete(call.call());
          } catch (Exception | Error e) {
            result.completeExceptionally(e);
          }
          return null;
        });
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
    var unused = result.whenComplete((value, failure) -> task.cancel(result.isCancelled()));
    return result;
  }

  /**
   * Waits for a future whose work has a deadline of its own, and needs none beside it.
   *
   * @throws ExecutionException if it failed
   * @throws InterruptedException if the thread is interrupted
   */
  static <T> T await(Time time, CompletableFuture<T> future)
      throws ExecutionException, InterruptedException {
    boolean done = false;
    while (!done) {
      done = time.await(future, time.nanos() + LONG_NANOS);
    }
    return future.get();
  }
}
