// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which one runs at a time, in virtual time, in an order that a seed decides.
 *
 * <p>Each task has a thread of its own, but only the holder of the one baton runs. Who waits
 * ({@link SimulatedTime#await}, a simulated conversation's reply, a simulated connection) hands the
 * baton on; the seed picks the next among those that have something to do; where nobody has, time
 * moves to the next instant that somebody waits for. So the same tasks with the same seed do the
 * same things in the same order, to the nanosecond. Who interrupts a thread that waits makes it
 * ready to run, no more.
 *
 * <p>The thread that drives, a test's, calls {@link #run}, {@link #runUntilQuiet}, {@link #advance}
 * or {@link #advanceTo}; tasks run in these calls only. Tasks may be added by the driver between
 * such calls and by the tasks themselves.
 *
 * <p>A task that waits by other means than {@link SimulatedTime}, for another task, stops
 * everything for ever.
 */
public final class SimulatedThreads implements Executor, AutoCloseable {

  private final SplittableRandom random;
  private final SimulatedTime time = new SimulatedTime(this);
  private final List<SimulatedThread> threads = new ArrayList<>();
  private final Semaphore driver = new Semaphore(0);
  private volatile @Nullable SimulatedThread running;
  private @Nullable Throwable failure;
  private long horizonNanos;
  private int count;
  private boolean closed;

  /** No threads yet, and a clock that stands at its start. */
  public SimulatedThreads(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The clock of these threads. */
  public SimulatedTime time() {
    return time;
  }

  /**
   * Adds a task, which begins when the seed picks it.
   *
   * @throws RejectedExecutionException if this was closed
   */
  @Override
  public void execute(Runnable task) {
    if (closed) {
      throw new RejectedExecutionException("the simulation has ended");
    }
    threads.add(new SimulatedThread("simulated-" + ++count, () -> perform(task)));
  }

  /**
   * Runs until nobody has anything to do at the present instant; time stands still.
   *
   * @throws IllegalStateException if a task throws, which is the cause
   */
  public void runUntilQuiet() {
    drive(time.nanos());
  }

  /**
   * Moves time to the next instant at which somebody has something to do, and runs until nobody
   * has.
   *
   * @return false if nobody waits for any instant, so that time stands still
   * @throws IllegalStateException if a task throws, which is the cause
   */
  public boolean advance() {
    OptionalLong next = nextInstant();
    next.ifPresent(this::drive);
    return next.isPresent();
  }

  /**
   * Lets time pass until an instant, with all that happens on the way; one in the past has been
   * reached already.
   *
   * @throws IllegalStateException if a task throws, which is the cause
   */
  public void advanceTo(long instantNanos) {
    drive(Math.max(instantNanos, time.nanos()));
    time.moveTo(instantNanos);
  }

  /**
   * Runs until every task has ended, or waits for what no task and no passing of time will bring.
   *
   * @throws IllegalStateException if a task throws, which is the cause
   */
  public void run() {
    drive(Long.MAX_VALUE);
  }

  /** True if every task has ended. */
  public boolean isIdle() {
    return threads.isEmpty();
  }

  /** How many tasks have not ended. */
  public int alive() {
    return threads.size();
  }

  /** The next instant that somebody waits for; the present one if somebody can run now. */
  public OptionalLong nextInstant() {
    long now = time.nanos();
    return threads.stream().mapToLong(each -> each.isReady(now) ? now : each.deadlineNanos()).min();
  }

  /** Takes no more tasks, interrupts those that have not ended, and runs them to their ends. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(SimulatedThread::interrupt);
    run();
  }

  /** Whether the current thread is the one of these that has the baton. */
  boolean isCurrent() {
    SimulatedThread holder = running;
    return holder != null && holder.isCurrent();
  }

  /**
   * Lets others run until the event is done or the instant has come. Only for the thread that has
   * the baton.
   *
   * @throws InterruptedException if the thread is interrupted first
   */
  void park(@Nullable CompletableFuture<?> event, long untilNanos) throws InterruptedException {
    if (event != null && event.isDone()) {
      return;
    }
    SimulatedThread me = holder();
    me.waitsFor(event, untilNanos);
    SimulatedThread next = pick();
    if (next != me) {
      me.endTurn();
      handTo(next);
      me.awaitTurn();
    }
    me.waitsNoMore();
    boolean isOver = event == null ? time.nanos() >= untilNanos : event.isDone();
    if (!isOver && Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private SimulatedThread holder() {
    SimulatedThread holder = running;
    if (holder == null) {
      throw new IllegalStateException("nobody has the baton");
    }
    return holder;
  }

  private void drive(long untilNanos) {
    if (running != null) {
      throw new IllegalStateException("a task cannot drive the threads that it is one of");
    }
    horizonNanos = untilNanos;
    SimulatedThread first = pick();
    if (first != null) {
      handTo(first);
      driver.acquireUninterruptibly();
    }
    Throwable cause = failure;
    failure = null;
    if (cause != null) {
      throw new IllegalStateException("a task broke down: " + cause, cause);
    }
  }

  private void perform(Runnable task) {
    SimulatedThread me = holder();
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      failure = failure == null ? e : failure;
    }
    threads.remove(me);
    handTo(failure == null ? pick() : null);
  }

  /** Whose turn it is next; null if nobody can run before the horizon. Time moves to that turn. */
  private @Nullable SimulatedThread pick() {
    while (true) {
      SimulatedThread next = pickReady(time.nanos());
      if (next != null) {
        return next;
      }
      OptionalLong instant = nextInstant();
      if (instant.isEmpty() || instant.getAsLong() > horizonNanos) {
        return null;
      }
      time.moveTo(instant.getAsLong());
    }
  }

  private @Nullable SimulatedThread pickReady(long now) {
    List<SimulatedThread> ready = threads.stream().filter(each -> each.isReady(now)).toList();
    return switch (ready.size()) {
      case 0 -> null;
      case 1 -> ready.getFirst();
      default -> ready.get(random.nextInt(ready.size()));
    };
  }

  private void handTo(@Nullable SimulatedThread next) {
    running = next;
    if (next == null) {
      driver.release();
    } else {
      next.takeTurn();
    }
  }
}
