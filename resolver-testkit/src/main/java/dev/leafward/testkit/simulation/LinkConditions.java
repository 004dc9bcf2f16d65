// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import java.time.Duration;

/**
 * How the way to a server and back behaves.
 *
 * @param latency one way; the round-trip time is twice this
 * @param jitter the most that chance adds to the latency of each message
 * @param loss the chance, 0 to 1, that a datagram is lost on its way; a TCP segment comes later
 * @param duplication the chance that a datagram arrives twice
 * @param reordering the chance that a datagram is held up by one more latency, so that later ones
 *     overtake it
 */
public record LinkConditions(
    Duration latency, Duration jitter, double loss, double duplication, double reordering) {

  /** Checks the figures. */
  public LinkConditions {
    if (latency.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("latency and jitter cannot be negative");
    }
    checkChance("loss", loss);
    checkChance("duplication", duplication);
    checkChance("reordering", reordering);
  }

  private static void checkChance(String what, double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException(what + " is a chance from 0 to 1, not " + chance);
    }
  }

  /** A link that takes this long one way and does nothing wrong. */
  public static LinkConditions of(Duration latency) {
    return new LinkConditions(latency, Duration.ZERO, 0, 0, 0);
  }

  /** The same link with another jitter. */
  public LinkConditions withJitter(Duration most) {
    return new LinkConditions(latency, most, loss, duplication, reordering);
  }

  /** The same link with another chance of loss, each way. */
  public LinkConditions withLoss(double chance) {
    return new LinkConditions(latency, jitter, chance, duplication, reordering);
  }

  /** The same link with another chance of duplication, each way. */
  public LinkConditions withDuplication(double chance) {
    return new LinkConditions(latency, jitter, loss, chance, reordering);
  }

  /** The same link with another chance of reordering, each way. */
  public LinkConditions withReordering(double chance) {
    return new LinkConditions(latency, jitter, loss, duplication, chance);
  }
}
