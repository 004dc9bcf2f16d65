// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Counts what shadow mode sees, logs differences, and hands every lookup to the JDK Flight
 * Recorder.
 *
 * <p>At most {@value #LINES} differences in {@value #PERIOD_SECONDS} seconds are logged; the first
 * line after that says how many were not.
 */
final class ShadowReport {

  static final int LINES = 10;
  static final int PERIOD_SECONDS = 10;

  private static final long PERIOD_NANOS = Duration.ofSeconds(PERIOD_SECONDS).toNanos();

  /** A run-time image may have no Flight Recorder. */
  private static final boolean RECORDS =
      ModuleLayer.boot()
          .findModule("jdk.jfr")
          .map(recorder -> ShadowReport.class.getModule().canRead(recorder))
          .orElse(false);

  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private ShadowFigures figures = new ShadowFigures(0, 0, 0, Duration.ZERO, Duration.ZERO);
  private long periodStart;
  private int lines;
  private long unlogged;

  /** A report by this clock, as {@link System#nanoTime()}. */
  ShadowReport(LongSupplier nanos) {
    this.nanos = nanos;
    periodStart = nanos.getAsLong();
  }

  /** Both have answered. */
  void compared(String host, ShadowSide jdk, ShadowSide leafward) {
    ShadowVerdict verdict = ShadowVerdict.of(jdk, leafward);
    long unloggedBefore = count(verdict, jdk, leafward);
    if (unloggedBefore >= 0) {
      OwnWork.logging(() -> Log.different(host, verdict, jdk, leafward, unloggedBefore));
    }
    if (RECORDS) {
      ShadowEvent.record(host, verdict, jdk, leafward);
    }
  }

  /** Only the JDK was asked. */
  void skipped() {
    lock.lock();
    try {
      figures =
          new ShadowFigures(
              figures.compared(),
              figures.different(),
              figures.skipped() + 1,
              figures.jdk(),
              figures.leafward());
    } finally {
      lock.unlock();
    }
  }

  ShadowFigures figures() {
    lock.lock();
    try {
      return figures;
    } finally {
      lock.unlock();
    }
  }

  /** Counts; gives how many differences were not logged before this one, negative for no line. */
  private long count(ShadowVerdict verdict, ShadowSide jdk, ShadowSide leafward) {
    boolean same = verdict == ShadowVerdict.SAME;
    lock.lock();
    try {
      figures =
          new ShadowFigures(
              figures.compared() + 1,
              figures.different() + (same ? 0 : 1),
              figures.skipped(),
              figures.jdk().plus(jdk.took()),
              figures.leafward().plus(leafward.took()));
      return same ? -1 : takeLine();
    } finally {
      lock.unlock();
    }
  }

  private long takeLine() {
    long now = nanos.getAsLong();
    if (now - periodStart >= PERIOD_NANOS) {
      periodStart = now;
      lines = 0;
    }
    if (lines == LINES) {
      unlogged++;
      return -1;
    }
    lines++;
    long before = unlogged;
    unlogged = 0;
    return before;
  }
}
