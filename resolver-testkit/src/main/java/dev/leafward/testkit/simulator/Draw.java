// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from one seed; equal seeds draw alike. Not safe for use by several threads at once. */
final class Draw {

  private final SplittableRandom random;

  Draw(long seed) {
    this(new SplittableRandom(seed));
  }

  private Draw(SplittableRandom random) {
    this.random = random;
  }

  /** Draws of its own, so that what is drawn there shifts nothing here. */
  Draw split() {
    return new Draw(random.split());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 up to but not including the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From least to most, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  double fraction() {
    return random.nextDouble();
  }

  long number() {
    return random.nextLong();
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
