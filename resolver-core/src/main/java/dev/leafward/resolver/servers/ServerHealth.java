// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import java.time.Duration;

/**
 * What was measured of one address: round-trip time, its deviation, and failures in a row.
 *
 * <p>The smoothing is that of TCP's retransmission timer (RFC 6298 section 2). An immutable value:
 * each observation gives the next one. Failures weigh less as time passes, so that an address that
 * has healed is found out.
 *
 * @param measured whether any reply was ever timed; the next two are meaningless otherwise
 * @param smoothedNanos the smoothed round-trip time
 * @param deviationNanos its mean deviation
 * @param failures failures since the last reply, at {@code failedAtNanos}
 * @param failedAtNanos when it failed last
 */
record ServerHealth(
    boolean measured, long smoothedNanos, long deviationNanos, int failures, long failedAtNanos) {

  /** What a server of which nothing is known is expected to take. */
  static final long UNKNOWN_NANOS = Duration.ofMillis(200).toNanos();

  /** Of an address that was never asked. */
  static final ServerHealth UNKNOWN =
      new ServerHealth(false, UNKNOWN_NANOS, UNKNOWN_NANOS / 4, 0, 0);

  /** Shorter waits would take a pause of either machine for a loss. */
  private static final long MIN_TIMEOUT_NANOS = Duration.ofMillis(100).toNanos();

  private static final long MAX_TIMEOUT_NANOS = Duration.ofSeconds(10).toNanos();

  /** More failures than these change nothing: two to this power times the timeout is ample. */
  private static final int MAX_FAILURES = 6;

  /** One failure is forgiven each time this much has passed. */
  private static final long FORGIVENESS_NANOS = Duration.ofSeconds(10).toNanos();

  ServerHealth replied(long roundTripNanos) {
    long sample = Math.clamp(roundTripNanos, 1, MAX_TIMEOUT_NANOS);
    if (!measured) {
      return new ServerHealth(true, sample, sample / 2, 0, 0);
    }
    long deviation = deviationNanos + (Math.abs(smoothedNanos - sample) - deviationNanos) / 4;
    long smoothed = smoothedNanos + (sample - smoothedNanos) / 8;
    return new ServerHealth(true, smoothed, deviation, 0, 0);
  }

  ServerHealth failed(long nowNanos) {
    int count = Math.min(MAX_FAILURES, failuresAt(nowNanos) + 1);
    return new ServerHealth(measured, smoothedNanos, deviationNanos, count, nowNanos);
  }

  /** How long to wait for a reply, twice as long after each failure. */
  long timeoutNanos(long nowNanos) {
    long timeout = Math.max(MIN_TIMEOUT_NANOS, smoothedNanos + 4 * deviationNanos);
    return Math.min(MAX_TIMEOUT_NANOS, timeout << failuresAt(nowNanos));
  }

  /** How long a reply is expected to take: a failing server is slower than any unknown one. */
  long expectedNanos(long nowNanos) {
    int count = failuresAt(nowNanos);
    return count == 0 ? smoothedNanos : Math.max(smoothedNanos, UNKNOWN_NANOS) << count;
  }

  /** Whether it failed lately, and nothing good came since. */
  boolean isFailing(long nowNanos) {
    return failuresAt(nowNanos) > 0;
  }

  private int failuresAt(long nowNanos) {
    if (failures == 0) {
      return 0;
    }
    long forgiven = (nowNanos - failedAtNanos) / FORGIVENESS_NANOS;
    return (int) Math.max(0, failures - forgiven);
  }
}
