// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How long each server of a stub resolver is waited for: as glibc's {@code res_send} has it.
 *
 * <p>The first one for the timeout; each further one for twice as long as the one before it,
 * divided by the number of servers, in whole seconds, and at least one. So it is in every round.
 * With a timeout of 5 seconds, two servers are waited for 5 seconds each, and three for 5, 3 and 6.
 * Where a program names more servers than the three that glibc knows, the others are waited for as
 * the third is.
 */
public final class StubSchedule {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int LAST_PLACE = 2;

  private final StubOptions options;

  /** The schedule that follows from options. */
  public StubSchedule(StubOptions options) {
    this.options = options;
  }

  /**
   * How long the server at a place of the list is waited for.
   *
   * @param place from 0
   * @return nanoseconds
   */
  public long waitNanos(int place) {
    long timeout = options.timeout().toNanos();
    if (place == 0) {
      return timeout;
    }
    long share = (timeout << Math.min(place, LAST_PLACE)) / options.servers().size();
    // Only a program can ask for less than whole seconds: it gets what it asks for.
    long unit = timeout % SECOND == 0 ? SECOND : 1;
    return Math.max(share - share % unit, Math.min(timeout, SECOND));
  }

  /**
   * The longest that a question can take: every server is silent in every round, and each one asked
   * again over TCP.
   */
  public Duration longest() {
    long round = IntStream.range(0, options.servers().size()).mapToLong(this::waitNanos).sum();
    return Duration.ofNanos(2 * round * options.attempts());
  }
}
