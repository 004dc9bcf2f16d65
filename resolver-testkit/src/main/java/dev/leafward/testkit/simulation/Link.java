// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The way to one server: how long a message takes, and whether it arrives at all.
 *
 * <p>Not safe for use by several threads; {@link SimulatedNetwork} holds its lock.
 */
final class Link {

  /** What a lost segment costs a TCP connection: the least retransmission timeout in common use. */
  private static final long RETRANSMISSION_NANOS = Duration.ofMillis(200).toNanos();

  private static final int MOST_RETRANSMISSIONS = 8;

  private final LinkConditions conditions;
  private final SplittableRandom random;

  Link(LinkConditions conditions, SplittableRandom random) {
    this.conditions = conditions;
    this.random = random;
  }

  /** How long each copy of a datagram takes, in nanoseconds; empty if it is lost. */
  List<Long> datagram() {
    if (happens(conditions.loss())) {
      return List.of();
    }
    List<Long> flights = new ArrayList<>();
    flights.add(flight());
    if (happens(conditions.duplication())) {
      flights.add(flight());
    }
    return flights;
  }

  /** How long a segment of a stream takes, in nanoseconds, repetitions of lost ones included. */
  long segment() {
    long nanos = once();
    for (int i = 0; i < MOST_RETRANSMISSIONS && happens(conditions.loss()); i++) {
      nanos += RETRANSMISSION_NANOS << i;
    }
    return nanos;
  }

  private long flight() {
    return happens(conditions.reordering()) ? once() + conditions.latency().toNanos() : once();
  }

  private long once() {
    long jitter = conditions.jitter().toNanos();
    return conditions.latency().toNanos() + (jitter == 0 ? 0 : random.nextLong(jitter + 1));
  }

  private boolean happens(double chance) {
    return chance > 0 && random.nextDouble() < chance;
  }
}
