// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.Locale;

/** The greatest of many figures, and the seed that reached it. */
final class Worst {

  private final String what;
  private final double divisor;
  private long value = -1;
  private long seed;

  /**
   * Nothing seen yet.
   *
   * @param what what is measured, as it follows the number in a sentence
   * @param divisor from what is noted to what is printed
   */
  Worst(String what, double divisor) {
    this.what = what;
    this.divisor = divisor;
  }

  /** Notes a figure; of equal ones the least seed is kept, whatever the order. */
  void note(long seen, long from) {
    if (seen > value || (seen == value && from < seed)) {
      value = seen;
      seed = from;
    }
  }

  long value() {
    return value;
  }

  @Override
  public String toString() {
    String number =
        divisor == 1 ? Long.toString(value) : String.format(Locale.ROOT, "%.3f", value / divisor);
    return number + " " + what + " (seed " + seed + ")";
  }
}
