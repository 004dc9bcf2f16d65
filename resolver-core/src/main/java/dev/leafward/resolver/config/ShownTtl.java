// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/** Which TTL the answers have that the cache gives. How long things are kept is not changed. */
public enum ShownTtl {
  /** What is left of it: the default. */
  REMAINING,
  /**
   * The TTL as it came from the authority, without any bounds, stale answers included. For what
   * stands behind a cache of its own that must not be seen to age; who caches by this TTL once more
   * keeps data for up to twice as long as their zone allows.
   */
  ORIGINAL
}
