// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal how far a run has got: one line, drawn over a few times a second, and gone at
 * the end.
 */
final class ProgressBar implements AutoCloseable {
  private static final int CELLS = 30;
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private final Tally tally;
  private final long before;
  private final long total;
  private final long startNanos = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  /**
   * Begins to show.
   *
   * @param tally counts what is done
   * @param before how much was done by an earlier run
   * @param total how much there is to do, that included
   */
  ProgressBar(PrintStream terminal, Tally tally, long before, long total) {
    this.terminal = terminal;
    this.tally = tally;
    this.before = before;
    this.total = total;
    var unused =
        clock.scheduleAtFixedRate(this::draw, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void draw() {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    terminal.print(CLEAR_LINE + line(tally.count(), before, total, seconds));
    terminal.flush();
  }

  /** The line after so many seconds. */
  static String line(long count, long before, long total, double seconds) {
    long done = before + count;
    double part = total == 0 ? 1 : Math.min(1, (double) done / total);
    int full = (int) (part * CELLS);
    double rate = seconds == 0 ? 0 : count / seconds;
    String left =
        rate == 0 ? "" : String.format(Locale.ROOT, ", %,.0f s left", (total - done) / rate);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %% of %,d, %,.0f a second%s",
        "#".repeat(full),
        ".".repeat(CELLS - full),
        part * 100,
        total,
        rate,
        left);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    terminal.print(CLEAR_LINE);
    terminal.flush();
  }
}
