// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.spi.Conversation;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts a thread that waits for a reply, and checks how its wait ends. */
final class Interrupted {

  private Interrupted() {}

  /**
   * Checks.
   *
   * @param virtual whether the thread is a virtual one
   * @param opening opens the conversation
   * @param atServer returns once the server has the query
   */
  static void check(boolean virtual, Callable<Conversation> opening, Callable<?> atServer)
      throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Runnable task =
        () -> {
          try (Conversation conversation = opening.call()) {
            conversation.send(new byte[12]);
            byte[] reply =
                conversation.receive(new SystemTime().nanos() + Duration.ofSeconds(25).toNanos());
            ended.completeExceptionally(new AssertionError("a reply of " + reply.length));
          } catch (Exception e) {
            flag.complete(Thread.currentThread().isInterrupted());
            ended.complete(e);
          }
        };
    Thread thread =
        virtual ? Thread.ofVirtual().start(task) : Thread.ofPlatform().daemon().start(task);
    atServer.call();
    thread.interrupt();
    assertThat(ended.get(10, TimeUnit.SECONDS))
        .isInstanceOfAny(ClosedByInterruptException.class, InterruptedIOException.class)
        .isNotInstanceOf(SocketTimeoutException.class);
    assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
  }
}
