// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SystemTimeTest {

  private final SystemTime time = new SystemTime();

  private long in(Duration duration) {
    return time.nanos() + duration.toNanos();
  }

  @Test
  void waitsForAnEventThatAnotherThreadBringsAbout() throws InterruptedException {
    CompletableFuture<String> event = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> event.complete("it"));

    assertThat(time.await(event, in(Duration.ofSeconds(20)))).isTrue();
    assertThat(event).isDone();
  }

  @Test
  void givesUpAtTheDeadlineAndAtOnceIfItHasPassed() throws InterruptedException {
    CompletableFuture<String> never = new CompletableFuture<>();

    assertThat(time.await(never, in(Duration.ofMillis(1)))).isFalse();
    assertThat(time.await(never, in(Duration.ofSeconds(-1)))).isFalse();
  }

  @Test
  void anEventThatFailedOrWasCancelledIsDone() throws InterruptedException {
    CompletableFuture<String> failed =
        CompletableFuture.failedFuture(new IllegalStateException("broke"));
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    cancelled.cancel(false);

    assertThat(time.await(failed, in(Duration.ofSeconds(20)))).isTrue();
    assertThat(time.await(cancelled, in(Duration.ofSeconds(20)))).isTrue();
  }

  @Test
  void anInterruptionEndsTheWait() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> time.await(new CompletableFuture<>(), in(Duration.ofSeconds(20))))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
