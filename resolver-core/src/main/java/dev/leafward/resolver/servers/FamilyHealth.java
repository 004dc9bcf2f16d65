// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import java.time.Duration;

/**
 * Whether one address family (IPv4 or IPv6) works on this machine's network, as an immutable value.
 *
 * <p>Many networks have IPv6 addresses but no way out. Their resolver must not find that out server
 * by server: after {@value #FAILURES_IN_A_ROW} failures in a row without a single reply in between,
 * or at once where there is no route at all, the whole family counts as doubtful for a while. Then
 * it is tried again, and one more failure renews the doubt.
 *
 * <p>Even one failure, where no reply was seen of late, lets servers of the other family be asked
 * first: so the first question ever loses no more than one wait to a network that does not work.
 *
 * @param failures failures in a row, whichever servers they were of
 * @param failedAtNanos when the last one was
 * @param replied whether a reply ever came
 * @param repliedAtNanos when the last reply came
 * @param doubted whether it was ever doubted since the last reply
 * @param doubtedUntilNanos until when
 */
record FamilyHealth(
    int failures,
    long failedAtNanos,
    boolean replied,
    long repliedAtNanos,
    boolean doubted,
    long doubtedUntilNanos) {

  static final FamilyHealth UNKNOWN = new FamilyHealth(0, 0, false, 0, false, 0);

  static final int FAILURES_IN_A_ROW = 3;

  /** Short enough that a network that heals is in use again within a minute. */
  static final long DOUBT_NANOS = Duration.ofSeconds(30).toNanos();

  /** While replies are as fresh as this, a missing route is the affair of that one address. */
  private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

  FamilyHealth replied(long nowNanos) {
    return new FamilyHealth(0, 0, true, nowNanos, false, 0);
  }

  FamilyHealth failed(ServerFailure failure, long nowNanos) {
    int count =
        switch (failure) {
          case TIMED_OUT -> Math.min(FAILURES_IN_A_ROW, failures + 1);
          case NO_ROUTE ->
              repliedLately(nowNanos)
                  ? Math.min(FAILURES_IN_A_ROW, failures + 1)
                  : FAILURES_IN_A_ROW;
          case BROKE_CONNECTION -> 0; // somebody at the other end answered
        };
    boolean doubt = count >= FAILURES_IN_A_ROW;
    return new FamilyHealth(
        count,
        nowNanos,
        replied,
        repliedAtNanos,
        doubted || doubt,
        doubt ? nowNanos + DOUBT_NANOS : doubtedUntilNanos);
  }

  boolean isDoubtful(long nowNanos) {
    return doubted && nowNanos - doubtedUntilNanos < 0;
  }

  /** Whether it failed lately, and did not reply lately. */
  boolean isFailing(long nowNanos) {
    return failures > 0 && nowNanos - failedAtNanos < DOUBT_NANOS && !repliedLately(nowNanos);
  }

  /** Whether servers of the other family should be asked first. */
  boolean isWorseThan(FamilyHealth other, long nowNanos) {
    return isDoubtful(nowNanos) || (isFailing(nowNanos) && !other.isFailing(nowNanos));
  }

  /** Whether a reply has come, and no doubt since. */
  boolean isProven() {
    return replied && !doubted;
  }

  private boolean repliedLately(long nowNanos) {
    return replied && nowNanos - repliedAtNanos < FRESH_NANOS;
  }
}
