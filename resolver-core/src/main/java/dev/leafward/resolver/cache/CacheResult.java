// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

/**
 * What the cache holds for a question.
 *
 * @param outcome the outcome, its TTLs counted down to now
 * @param trust how far it is believed
 * @param ttlSeconds how long it stays true
 */
public record CacheResult(Outcome outcome, Trust trust, long ttlSeconds) {}
