// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import java.time.Duration;

/**
 * Whether data are served once they have expired, where nothing newer can be had (RFC 8767).
 *
 * @param maxAge how long after its expiry an answer may be served; zero: never. At most ten years
 * @param answerTtl the TTL with which it is served, in whole seconds; where the data's own TTL was
 *     shorter, that
 * @param clientTimeout how long a caller waits for something newer before it gets what has expired,
 *     if the resolution has not failed sooner; the resolution goes on for the cache. Zero: it gets
 *     it at once. A caller whose own deadline comes first gets it then
 * @param onFailure what a failed try to get something newer does to the age
 */
public record ServeStale(
    Duration maxAge, Duration answerTtl, Duration clientTimeout, OnFailure onFailure) {

  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  /** What a failed refresh does to the age of what has expired. */
  public enum OnFailure {
    /** Nothing: {@link ServeStale#maxAge()} counts from the expiry. */
    AGES_ON,
    /** It counts anew, so that data outlive any outage, as Unbound's serve-expired-ttl-reset. */
    AGES_ANEW
  }

  /** Nothing is served once it has expired, nor kept for it: the default. */
  public static final ServeStale OFF =
      new ServeStale(Duration.ZERO, Duration.ZERO, Duration.ZERO, OnFailure.AGES_ON);

  /** What RFC 8767 section 5 recommends: up to a day, a TTL of 30 s, after 1.8 s. */
  public static final ServeStale RECOMMENDED =
      new ServeStale(
          Duration.ofDays(1), Duration.ofSeconds(30), Duration.ofMillis(1_800), OnFailure.AGES_ON);

  /** Checks that nothing is negative or absurdly long. */
  public ServeStale {
    requireSane("maxAge", maxAge);
    requireSane("answerTtl", answerTtl);
    requireSane("clientTimeout", clientTimeout);
  }

  private static void requireSane(String name, Duration value) {
    if (value.isNegative() || value.compareTo(TEN_YEARS) > 0) {
      throw new IllegalArgumentException(name + " must be from 0 to ten years, not " + value);
    }
  }

  /** True if anything is ever served stale. */
  public boolean isOn() {
    return !maxAge.isZero();
  }

  /** The same with another {@link #maxAge()}. */
  public ServeStale withMaxAge(Duration age) {
    return new ServeStale(age, answerTtl, clientTimeout, onFailure);
  }

  /** The same with another {@link #answerTtl()}. */
  public ServeStale withAnswerTtl(Duration ttl) {
    return new ServeStale(maxAge, ttl, clientTimeout, onFailure);
  }

  /** The same with another {@link #clientTimeout()}. */
  public ServeStale withClientTimeout(Duration timeout) {
    return new ServeStale(maxAge, answerTtl, timeout, onFailure);
  }

  /** The same with another {@link #onFailure()}. */
  public ServeStale withOnFailure(OnFailure effect) {
    return new ServeStale(maxAge, answerTtl, clientTimeout, effect);
  }
}
