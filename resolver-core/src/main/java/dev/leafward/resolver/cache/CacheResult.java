// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

/**
 * What the cache holds for a question.
 *
 * @param outcome the outcome, its TTLs counted down to now
 * @param trust how far it is believed
 * @param ttlSeconds how long it stays true
 * @param freshness how much of its life is over
 */
public record CacheResult(Outcome outcome, Trust trust, long ttlSeconds, Freshness freshness) {

  /** How much of the life of an entry is over. */
  public enum Freshness {
    /** It holds for a while yet. */
    FRESH,
    /** It holds, but not for more than a tenth of the time that it held at first. */
    LAST_TENTH,
    /** It has expired. */
    STALE
  }
}
