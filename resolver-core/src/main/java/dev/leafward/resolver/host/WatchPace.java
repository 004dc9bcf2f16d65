// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * When a watched host is looked up again: after its TTL, within bounds; after failures ever later,
 * twice the time each, within the same bounds.
 *
 * @param shortest the least time between two lookups, and that after a first failure
 * @param longest the most time between two lookups, and that where no TTL is known
 */
record WatchPace(Duration shortest, Duration longest) {

  private static final int DOUBLINGS = 40; // past any bound, and far from an overflow of seconds

  /** As good as never, and still a number of nanoseconds. */
  private static final Duration CENTURY = Duration.ofDays(36_525);

  WatchPace {
    longest = longest.compareTo(CENTURY) > 0 ? CENTURY : longest;
    if (shortest.isNegative() || shortest.isZero() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException("intervals from " + shortest + " to " + longest);
    }
  }

  Duration after(OptionalLong ttl) {
    return ttl.isEmpty() ? longest : bounded(Duration.ofSeconds(ttl.getAsLong()));
  }

  /** The time after the given number of failures, at least 1, without an answer between. */
  Duration afterFailures(int failures) {
    long times = 1L << Math.min(failures - 1, DOUBLINGS);
    boolean isPast = longest.dividedBy(times).compareTo(shortest) < 0;
    return isPast ? longest : shortest.multipliedBy(times);
  }

  private Duration bounded(Duration interval) {
    if (interval.compareTo(shortest) < 0) {
      return shortest;
    }
    return interval.compareTo(longest) > 0 ? longest : interval;
  }
}
