// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import com.google.common.math.Quantiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** Counts results and remembers how long each took. Safe for use by many threads. */
final class Tally {
  private static final int FIRST_CAPACITY = 1_024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Long> statuses = new TreeMap<>();
  private int[] micros = new int[FIRST_CAPACITY];
  private int timed;

  /** Counts a result. */
  void add(Result result) {
    lock.lock();
    try {
      statuses.merge(result.status(), 1L, Long::sum);
      switch (result) {
        case Result.Answered answered -> time(answered.elapsed());
        case Result.Failed failed -> time(failed.elapsed());
        case Result.Unasked unasked -> {}
      }
    } finally {
      lock.unlock();
    }
  }

  private void time(Duration elapsed) {
    if (timed == micros.length) {
      micros = Arrays.copyOf(micros, timed * 2);
    }
    micros[timed++] = (int) Math.min(Integer.MAX_VALUE, elapsed.toNanos() / 1_000);
  }

  /** How many results there were so far. */
  long count() {
    lock.lock();
    try {
      return statuses.values().stream().mapToLong(Long::longValue).sum();
    } finally {
      lock.unlock();
    }
  }

  /** How many results had each status, by its name. */
  Map<String, Long> statuses() {
    lock.lock();
    try {
      return new TreeMap<>(statuses);
    } finally {
      lock.unlock();
    }
  }

  /** How many questions were asked. */
  long asked() {
    lock.lock();
    try {
      return timed;
    } finally {
      lock.unlock();
    }
  }

  /** How long the questions took on average, in microseconds; 0 if nothing was asked. */
  double meanMicros() {
    lock.lock();
    try {
      return Arrays.stream(micros, 0, timed).average().orElse(0);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The times that these percentages of the questions took at most, in microseconds.
   *
   * @return by percentage; empty if nothing was asked
   */
  Map<Integer, Double> microsAt(int... percentages) {
    lock.lock();
    try {
      return timed == 0
          ? Map.of()
          : Quantiles.percentiles().indexes(percentages).compute(Arrays.copyOf(micros, timed));
    } finally {
      lock.unlock();
    }
  }
}
