// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import org.jspecify.annotations.Nullable;

/**
 * Chooses which entry leaves a full cache: SIEVE (Zhang et al., NSDI 2024).
 *
 * <p>Entries stand in the order in which they came. A hand moves from the oldest towards the newest
 * and from there to the oldest again; an entry that was read since the hand last came by stays
 * where it is and is asked to be read again, the first that was not leaves. A flood of names that
 * are asked for once therefore pushes out itself, not what is in use (CacheFlush, USENIX Security
 * 2024); a hit costs one bit and moves nothing.
 *
 * <p>Not safe for use by several threads: the lock of {@link EntryStore} guards it.
 */
@SuppressWarnings("ReferenceEquality") // the entry itself is meant, not one of the same name
final class SieveQueue {
  private @Nullable CacheEntry newest;
  private @Nullable CacheEntry oldest;
  private @Nullable CacheEntry hand;

  /** Lets an entry in, as the newest. */
  void add(CacheEntry entry) {
    entry.older = newest;
    entry.newer = null;
    if (newest == null) {
      oldest = entry;
    } else {
      newest.newer = entry;
    }
    newest = entry;
  }

  /** Takes an entry out. */
  void remove(CacheEntry entry) {
    if (hand == entry) {
      hand = entry.newer;
    }
    if (entry.newer == null) {
      newest = entry.older;
    } else {
      entry.newer.older = entry.older;
    }
    if (entry.older == null) {
      oldest = entry.newer;
    } else {
      entry.older.newer = entry.newer;
    }
    entry.newer = null;
    entry.older = null;
  }

  /**
   * The entry that has to leave; it is still in the queue.
   *
   * @param spared never chosen, for it is about to get new content
   * @param deadNanos an entry that had expired by then is chosen even if it was read
   * @return null if there is no entry but the spared one
   */
  @Nullable CacheEntry choose(@Nullable CacheEntry spared, long deadNanos) {
    if (oldest == null || (oldest == spared && newest == spared)) {
      return null;
    }
    CacheEntry at = hand == null ? oldest : hand;
    while (at == spared || keeps(at, deadNanos)) {
      at = at.newer == null ? oldest : at.newer;
    }
    hand = at;
    return at;
  }

  private static boolean keeps(CacheEntry entry, long deadNanos) {
    if (!entry.isVisited() || PackedEntry.secondsLeft(entry.packed(), deadNanos) == 0) {
      return false;
    }
    entry.forgetVisit();
    return true;
  }
}
