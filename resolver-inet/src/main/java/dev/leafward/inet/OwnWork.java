// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Knows which threads are at work for a lookup of ours. What such a thread looks up through the JDK
 * would come back to us and might never end: it is counted, and left to the JDK's own resolver.
 *
 * <p>A JVM has one resolver of names, so that there is one such knowledge, too.
 */
final class OwnWork {

  private enum Kind {
    RESOLVING,
    /** A back end of the log may look up what it likes, such as the name of this machine. */
    LOGGING
  }

  private static final ThreadLocal<@Nullable Kind> CURRENT = new ThreadLocal<>();
  private static final AtomicLong REENTRIES = new AtomicLong();

  private OwnWork() {}

  /** A lookup that can fail as the JDK's do. */
  interface Lookup<T> {
    T find() throws UnknownHostException;
  }

  /** Does a lookup, whose thread is ours until it ends. */
  static <T> T lookingUp(Lookup<T> lookup) throws UnknownHostException {
    Kind before = enter(Kind.RESOLVING);
    try {
      return lookup.find();
    } finally {
      CURRENT.set(before);
    }
  }

  /** Writes to the log. */
  static void logging(Runnable line) {
    run(Kind.LOGGING, line);
  }

  /**
   * True if the thread is at work for us already, so that a lookup of its own must not be answered
   * by us. Counts it if it is the resolver's.
   */
  static boolean isReentry() {
    Kind current = CURRENT.get();
    if (current == Kind.RESOLVING) {
      REENTRIES.incrementAndGet();
    }
    return current != null;
  }

  /** How often the resolver's own work looked a name up through the JDK. Should be 0. */
  static long reentries() {
    return REENTRIES.get();
  }

  /** A virtual thread for each task, which is ours while it lives. */
  static Executor threads() {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    return task -> threads.execute(() -> run(Kind.RESOLVING, task));
  }

  /** Does something whose thread is ours until it ends. */
  static <T> T doing(Callable<T> work) throws Exception {
    Kind before = enter(Kind.RESOLVING);
    try {
      return work.call();
    } finally {
      CURRENT.set(before);
    }
  }

  private static void run(Kind kind, Runnable task) {
    Kind before = enter(kind);
    try {
      task.run();
    } finally {
      CURRENT.set(before);
    }
  }

  private static @Nullable Kind enter(Kind kind) {
    Kind before = CURRENT.get();
    CURRENT.set(kind);
    return before;
  }
}
