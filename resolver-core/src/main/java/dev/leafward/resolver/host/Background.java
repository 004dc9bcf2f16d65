// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** Turns a call that waits into a future. */
final class Background {

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
}
