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
 * @param vainNanos the longest that it was listened to in vain for one query since the last reply
 * @param probed whether it was asked again since it was found dead
 * @param probedAtNanos when it was asked so last
 */
record ServerHealth(
    boolean measured,
    long smoothedNanos,
    long deviationNanos,
    int failures,
    long failedAtNanos,
    long vainNanos,
    boolean probed,
    long probedAtNanos) {

  /** What a server of which nothing is known is expected to take. */
  static final long UNKNOWN_NANOS = Duration.ofMillis(200).toNanos();

  /** Of an address that was never asked. */
  static final ServerHealth UNKNOWN =
      new ServerHealth(false, UNKNOWN_NANOS, UNKNOWN_NANOS / 4, 0, 0, 0, false, 0);

  /** What servers are expected to take as long as few were asked: 400 ms at most. */
  static final ServerHealth TYPICAL =
      new ServerHealth(true, UNKNOWN_NANOS, UNKNOWN_NANOS / 4, 0, 0, 0, false, 0);

  /** Shorter waits would take a pause of either machine for a loss. */
  private static final long MIN_TIMEOUT_NANOS = Duration.ofMillis(60).toNanos();

  /** However steady the round trips were: a pause of either machine is no loss. */
  private static final long MIN_MARGIN_NANOS = Duration.ofMillis(40).toNanos();

  private static final long MAX_TIMEOUT_NANOS = Duration.ofSeconds(10).toNanos();

  /** More failures than these change nothing: two to this power times the timeout is ample. */
  private static final int MAX_FAILURES = 6;

  /** One failure is forgiven each time this much has passed. */
  private static final long FORGIVENESS_NANOS = Duration.ofSeconds(10).toNanos();

  /** Listened to for so long in vain, a server counts as dead until it replies. */
  private static final long DEAD_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

  /** How often a dead server is asked whether it lives. */
  static final long PROBE_NANOS = Duration.ofSeconds(60).toNanos();

  ServerHealth replied(long roundTripNanos) {
    long sample = Math.clamp(roundTripNanos, 1, MAX_TIMEOUT_NANOS);
    if (!measured) {
      return new ServerHealth(true, sample, sample / 2, 0, 0, 0, false, 0);
    }
    long deviation = deviationNanos + (Math.abs(smoothedNanos - sample) - deviationNanos) / 4;
    long smoothed = smoothedNanos + (sample - smoothedNanos) / 8;
    return new ServerHealth(true, smoothed, deviation, 0, 0, 0, false, 0);
  }

  ServerHealth failed(long nowNanos) {
    int count = Math.min(MAX_FAILURES, failuresAt(nowNanos) + 1);
    return new ServerHealth(
        measured, smoothedNanos, deviationNanos, count, nowNanos, vainNanos, probed, probedAtNanos);
  }

  ServerHealth listenedInVain(long nanos) {
    if (failures == 0) {
      return this; // it has replied to something else meanwhile
    }
    return new ServerHealth(
        measured,
        smoothedNanos,
        deviationNanos,
        failures,
        failedAtNanos,
        Math.max(vainNanos, nanos),
        probed,
        probedAtNanos);
  }

  ServerHealth probed(long nowNanos) {
    return new ServerHealth(
        measured,
        smoothedNanos,
        deviationNanos,
        failures,
        failedAtNanos,
        vainNanos,
        true,
        nowNanos);
  }

  /** Whether a dead server may be asked whether it lives. */
  boolean isProbeDue(long nowNanos, long firstNanos) {
    return probed
        ? nowNanos - probedAtNanos >= PROBE_NANOS
        : nowNanos - failedAtNanos >= firstNanos;
  }

  /** How long to wait for a reply: as usual, and twice as long after each failure. */
  long timeoutNanos(long usual, long nowNanos) {
    return Math.min(MAX_TIMEOUT_NANOS, usual << failuresAt(nowNanos));
  }

  /** How long to wait for a reply, apart from failures. */
  long usualNanos() {
    long margin = Math.max(MIN_MARGIN_NANOS, 4 * deviationNanos);
    return Math.max(MIN_TIMEOUT_NANOS, smoothedNanos + margin);
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

  /** Whether it was given enough time, and said nothing. */
  boolean isDead() {
    return vainNanos >= DEAD_AFTER_NANOS;
  }

  private int failuresAt(long nowNanos) {
    if (failures == 0) {
      return 0;
    }
    long forgiven = (nowNanos - failedAtNanos) / FORGIVENESS_NANOS;
    return (int) Math.max(0, failures - forgiven);
  }
}
