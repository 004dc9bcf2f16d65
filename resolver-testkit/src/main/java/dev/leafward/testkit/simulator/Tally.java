// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Sums up many reports; safe for use by several threads. */
final class Tally {

  private static final double NANOS_PER_SECOND = 1e9;

  private final ReentrantLock lock = new ReentrantLock();
  private final Worst sends = new Worst("messages sent for one question", 1);
  private final Worst octets = new Worst("octets received for one question", 1);
  private final Worst time = new Worst("s of virtual time for one question", NANOS_PER_SECOND);
  private long seeds;
  private long calls;
  private long answered;
  private long exchanges;
  private long violating;

  void add(Report report) {
    lock.lock();
    try {
      Figures figures = report.figures();
      seeds++;
      calls += figures.calls();
      answered += figures.answered();
      exchanges += figures.exchanges();
      violating += report.isGood() ? 0 : 1;
      sends.note(figures.mostSends(), report.seed());
      octets.note(figures.mostOctets(), report.seed());
      time.note(figures.longest().toNanos(), report.seed());
    } finally {
      lock.unlock();
    }
  }

  long seeds() {
    lock.lock();
    try {
      return seeds;
    } finally {
      lock.unlock();
    }
  }

  /** How many seeds broke a rule. */
  long violating() {
    lock.lock();
    try {
      return violating;
    } finally {
      lock.unlock();
    }
  }

  /** The sums and the worst, a line each. */
  List<String> lines() {
    lock.lock();
    try {
      return List.of(
          seeds + " seeds, " + violating + " of them with violations",
          calls + " questions, " + answered + " answered, " + exchanges + " messages sent",
          "worst: " + sends,
          "worst: " + octets,
          "worst: " + time);
    } finally {
      lock.unlock();
    }
  }
}
