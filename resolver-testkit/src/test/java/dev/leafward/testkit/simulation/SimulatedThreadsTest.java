// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SimulatedThreadsTest {

  private final SimulatedThreads threads = new SimulatedThreads(7);
  private final SimulatedTime time = threads.time();
  private final List<String> log = new ArrayList<>();

  private void note(String what) {
    log.add(time.nanos() + " " + what);
  }

  private void sleepUntil(long nanos) {
    await(new CompletableFuture<>(), nanos);
  }

  /** Waits, and notes an interruption. */
  private boolean await(CompletableFuture<?> event, long deadlineNanos) {
    try {
      return time.await(event, deadlineNanos);
    } catch (InterruptedException e) {
      note("interrupted");
      return false;
    }
  }

  @Test
  void runsNothingUntilItIsDriven() {
    threads.execute(() -> note("ran"));

    assertThat(log).isEmpty();
    assertThat(threads.isIdle()).isFalse();
    threads.run();
    assertThat(log).containsExactly("0 ran");
    assertThat(threads.isIdle()).isTrue();
  }

  @Test
  void movesTimeToTheNextInstantThatSomebodyWaitsFor() {
    threads.execute(() -> {
      sleepUntil(30);
      note("late");
    });
    threads.execute(() -> {
      sleepUntil(10);
      note("early");
      sleepUntil(40);
      note("last");
    });

    threads.run();

    assertThat(log).containsExactly("10 early", "30 late", "40 last");
  }

  @Test
  void standsStillWhileItRunsUntilQuiet() {
    threads.execute(() -> {
      note("began");
      sleepUntil(10);
      note("ended");
    });

    threads.runUntilQuiet();
    assertThat(log).containsExactly("0 began");
    assertThat(time.nanos()).isZero();
    assertThat(threads.nextInstant()).hasValue(10);

    assertThat(threads.advance()).isTrue();
    assertThat(log).containsExactly("0 began", "10 ended");
    assertThat(threads.advance()).isFalse();
  }

  @Test
  void advancesToAnInstantThroughAllThatHappensOnTheWay() {
    threads.execute(() -> {
      sleepUntil(10);
      note("first");
      sleepUntil(20);
      note("second");
      sleepUntil(31);
      note("third");
    });

    threads.advanceTo(30);

    assertThat(log).containsExactly("10 first", "20 second");
    assertThat(time.nanos()).isEqualTo(30);
    threads.run();
    assertThat(log).hasSize(3);
  }

  @Test
  void wakesWhoWaitsForAnEvent() {
    CompletableFuture<String> event = new CompletableFuture<>();
    threads.execute(() -> note("happened: " + await(event, 100)));
    threads.execute(() -> {
      sleepUntil(40);
      event.complete("it");
    });

    threads.run();

    assertThat(log).containsExactly("40 happened: true");
  }

  @Test
  void givesUpOnAnEventAtTheDeadline() {
    threads.execute(() -> note("happened: " + await(new CompletableFuture<>(), 100)));

    threads.run();

    assertThat(log).containsExactly("100 happened: false");
  }

  @Test
  void takesAnEventThatFailedAsDone() {
    CompletableFuture<String> event = new CompletableFuture<>();
    event.completeExceptionally(new IllegalStateException("broke"));
    threads.execute(() -> note("done: " + await(event, 100)));

    threads.run();

    assertThat(log).containsExactly("0 done: true");
  }

  @Test
  void wakesWhoeverIsInterruptedAtThatInstant() {
    List<Thread> sleeper = new ArrayList<>();
    threads.execute(() -> {
      sleeper.add(Thread.currentThread());
      sleepUntil(1_000);
      note("woke, flag " + Thread.currentThread().isInterrupted());
    });
    threads.execute(() -> {
      sleepUntil(25);
      sleeper.getFirst().interrupt();
      note("interrupts");
      sleepUntil(26);
    });

    threads.run();

    assertThat(log).containsExactly("25 interrupts", "25 interrupted", "25 woke, flag false");
  }

  @Test
  void oneRunsAtATime() {
    int[] count = {0};
    for (int i = 0; i < 50; i++) {
      int mine = i;
      threads.execute(() -> {
        for (int turn = 0; turn < 20; turn++) {
          int seen = count[0];
          Thread.onSpinWait();
          count[0] = seen + 1;
          sleepUntil(time.nanos() + mine % 3);
        }
      });
    }

    threads.run();

    assertThat(count[0]).isEqualTo(1_000);
  }

  @Test
  void oneSeedAlwaysGivesTheSameOrderAndManySeedsGiveMany() {
    Set<List<Integer>> orders = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      List<Integer> order = orderOf(seed);
      assertThat(orderOf(seed)).isEqualTo(order);
      orders.add(order);
    }
    assertThat(orders).hasSizeGreaterThan(40);
  }

  /** The order in which ten tasks that come and wait and interrupt each other do their steps. */
  private static List<Integer> orderOf(long seed) {
    SimulatedThreads threads = new SimulatedThreads(seed);
    List<Integer> order = new ArrayList<>();
    List<Thread> begun = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int mine = i;
      threads.execute(() -> {
        begun.add(Thread.currentThread());
        order.add(mine);
        try {
          boolean unused = threads.time().await(new CompletableFuture<>(), 1_000 + mine / 3);
        } catch (InterruptedException e) {
          order.add(-mine);
        }
        begun.get(mine).interrupt();
        order.add(mine);
      });
    }
    threads.run();
    return order;
  }

  @Test
  void tasksMayAddTasks() {
    threads.execute(() -> {
      CompletableFuture<String> done = new CompletableFuture<>();
      threads.execute(() -> {
        sleepUntil(5);
        done.complete("done");
      });
      note("waited: " + await(done, 100));
    });

    threads.run();

    assertThat(log).containsExactly("5 waited: true");
  }

  @Test
  void tellsTheDriverOfATaskThatBreaksDown() {
    threads.execute(() -> {
      throw new IllegalArgumentException("no good");
    });

    assertThatThrownBy(threads::run)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no good");
    threads.run();
    assertThat(threads.isIdle()).isTrue();
  }

  @Test
  void closingInterruptsWhatStillRunsAndTakesNoMore() {
    threads.execute(() -> {
      sleepUntil(1_000_000);
      note("ended");
    });
    threads.runUntilQuiet();

    threads.close();

    assertThat(log).containsExactly("0 interrupted", "0 ended");
    assertThat(threads.isIdle()).isTrue();
    assertThatThrownBy(() -> threads.execute(() -> note("never")))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aThreadOfItsOwnMovesTimeByWaitingForAnInstant() throws InterruptedException {
    time.waitUntil(70);

    assertThat(time.nanos()).isEqualTo(70);
  }
}
