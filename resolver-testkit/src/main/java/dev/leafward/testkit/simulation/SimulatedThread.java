// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One task of {@link SimulatedThreads} and the virtual thread that it runs on.
 *
 * <p>What it waits for is read and written by the holder of the baton only; the baton's way from
 * one thread to the next is what makes it visible.
 */
final class SimulatedThread {

  private static final long NOT_WAITING = Long.MIN_VALUE;

  private final Thread thread;
  private volatile boolean turn;
  private boolean started;
  private @Nullable CompletableFuture<?> event;
  private long deadlineNanos = NOT_WAITING;

  SimulatedThread(String name, Runnable task) {
    this.thread = Thread.ofVirtual().name(name).unstarted(task);
  }

  boolean isCurrent() {
    return thread.equals(Thread.currentThread());
  }

  /** Says what it waits for from now on: the event, if any, or the instant. */
  void waitsFor(@Nullable CompletableFuture<?> awaited, long untilNanos) {
    event = awaited;
    deadlineNanos = untilNanos;
  }

  void waitsNoMore() {
    waitsFor(null, NOT_WAITING);
  }

  /** Until when it waits at most; has passed for one that does not wait. */
  long deadlineNanos() {
    return deadlineNanos;
  }

  /** Whether it has something to do now. */
  boolean isReady(long nowNanos) {
    return deadlineNanos <= nowNanos || (event != null && event.isDone()) || thread.isInterrupted();
  }

  void interrupt() {
    thread.interrupt();
  }

  /** Hands the baton to this thread. */
  void takeTurn() {
    turn = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
  }

  /**
   * Keeps this thread, which must be the current one, from running until its next turn. An
   * interrupt does not end the wait: it makes the thread ready, and leaves its flag set.
   */
  @SuppressWarnings("ThreadPriorityCheck") // Not for speed: the next in turn may need the carrier.
  void awaitTurn() {
    while (!turn) {
      if (thread.isInterrupted()) {
        Thread.yield(); // Parking would return at once.
      } else {
        LockSupport.park(this);
      }
    }
  }

  void endTurn() {
    turn = false;
  }
}
