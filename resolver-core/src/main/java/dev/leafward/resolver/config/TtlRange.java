// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/**
 * Bounds of a time to live: what is outside is taken for the nearer of them.
 *
 * @param leastSeconds at least 0. Anything above makes answers live longer than their zone says
 * @param mostSeconds at least {@code leastSeconds}, and at most 2147483647 (RFC 2181 section 8)
 */
public record TtlRange(long leastSeconds, long mostSeconds) {

  private static final long ALL = 0x7FFF_FFFFL;

  /** Every TTL as it is. */
  public static final TtlRange ANY = new TtlRange(0, ALL);

  /** Checks that the bounds are in order. */
  public TtlRange {
    if (leastSeconds < 0 || mostSeconds < leastSeconds || mostSeconds > ALL) {
      throw new IllegalArgumentException(
          "TTLs from " + leastSeconds + " to " + mostSeconds + " seconds");
    }
  }

  /** Every TTL, but none longer than this. */
  public static TtlRange atMost(long seconds) {
    return new TtlRange(0, seconds);
  }

  /** Every TTL, but none shorter than this. */
  public static TtlRange atLeast(long seconds) {
    return new TtlRange(seconds, ALL);
  }

  /** The TTL, or the bound that it is beyond. */
  public long clamp(long ttlSeconds) {
    return Math.max(leastSeconds, Math.min(ttlSeconds, mostSeconds));
  }
}
