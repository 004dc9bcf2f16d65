// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.Iterator;
import java.util.List;

/**
 * The words after the command's name.
 *
 * @param from the first seed
 * @param seeds how many
 * @param threads how many are played at once
 * @param twiceEvery which of them are played twice
 * @param explain whether to tell all of one seed
 */
record Arguments(long from, long seeds, int threads, long twiceEvery, boolean explain) {

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException if they are none that the command knows
   */
  static Arguments parse(List<String> words) {
    long from = 0;
    long seeds = 2_000;
    int threads = Runtime.getRuntime().availableProcessors();
    long twiceEvery = 100;
    boolean explain = false;
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--from" -> from = number(word, rest);
        case "--seeds" -> seeds = number(word, rest);
        case "--threads" -> threads = Math.toIntExact(Math.max(1, number(word, rest)));
        case "--twice-every" -> twiceEvery = Math.max(1, number(word, rest));
        case "--explain" -> explain = true;
        case "--seed" -> {
          from = number(word, rest);
          seeds = 1;
          twiceEvery = 1;
        }
        default -> throw new IllegalArgumentException("unknown: " + word);
      }
    }
    return new Arguments(from, seeds, threads, twiceEvery, explain);
  }

  /** The seed after the last. */
  long end() {
    return from + seeds;
  }

  private static long number(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a number");
    }
    try {
      return Long.parseLong(rest.next());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a number", e);
    }
  }
}
