// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a piece of work costs the current thread: processor time and octets allocated, as the JVM
 * counts them, so that other work on the machine does not matter.
 */
final class Cost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int REPETITIONS = 8;

  private Cost() {}

  /** Returns the octets allocated. */
  static long octets(Runnable work) {
    // The first call of each kind may load classes; the least of several is the work's own.
    long least = Long.MAX_VALUE;
    for (int i = 0; i < REPETITIONS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Returns the nanoseconds of processor time. */
  static long nanos(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < REPETITIONS; i++) {
      long before = THREADS.getCurrentThreadCpuTime();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - before);
    }
    return least;
  }
}
