// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One place of the cache, taken: a name, the slot at that name, and what is there now.
 *
 * <p>Equality is that of name and slot alone, whatever the content: an entry is its own key in the
 * table, and a key to look it up by is an entry without content. The order exists so that a table
 * under hash flooding can keep colliding keys in a tree; it means nothing otherwise.
 *
 * <p>The content is replaced as a whole by one volatile write. The name in it stays the same.
 */
final class CacheEntry implements Comparable<CacheEntry> {
  /** Sets the slots of one name far apart: 2^32 divided by the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  private static final byte[] NO_CONTENT = {};
  private static final PackedEntry.Life NEVER = new PackedEntry.Life(0, 0);

  private final int slot;
  private volatile byte[] packed;

  /** Read since the hand of the queue last came by. A lost update costs nothing but a miss. */
  private volatile boolean visited;

  /** Neighbours in the {@link SieveQueue}, which alone touches them. */
  @Nullable CacheEntry newer;

  @Nullable CacheEntry older;

  /**
   * @param slot see {@link Slots}
   * @param packed see {@link PackedEntry}
   */
  CacheEntry(int slot, byte[] packed) {
    this.slot = slot;
    this.packed = packed;
  }

  /** A key by which to look up a slot of a name. */
  static CacheEntry key(KeyedHash names, DomainName name, int slot) {
    return new CacheEntry(
        slot, PackedEntry.of(names, name, PackedEntry.Content.DATA, Trust.GLUE, NEVER, NO_CONTENT));
  }

  /** A key by which to look up another slot of the same name. */
  CacheEntry keyAt(int otherSlot) {
    return new CacheEntry(otherSlot, packed);
  }

  /** Which of the places at its name it is, see {@link Slots}. */
  int slot() {
    return slot;
  }

  byte[] packed() {
    return packed;
  }

  void replace(byte[] newer) {
    packed = newer;
  }

  boolean isVisited() {
    return visited;
  }

  /** Remembers that the entry was read; writes only once, since others read the same line. */
  void visit() {
    if (!visited) {
      visited = true;
    }
  }

  void forgetVisit() {
    visited = false;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    if (!(object instanceof CacheEntry other) || slot != other.slot) {
      return false;
    }
    byte[] mine = packed;
    byte[] theirs = other.packed;
    return Arrays.equals(
        mine,
        PackedEntry.NAME,
        PackedEntry.nameEnd(mine),
        theirs,
        PackedEntry.NAME,
        PackedEntry.nameEnd(theirs));
  }

  @Override
  public int hashCode() {
    return PackedEntry.hash(packed) ^ slot * SPREAD;
  }

  @Override
  public int compareTo(CacheEntry other) {
    if (slot != other.slot) {
      return Integer.compare(slot, other.slot);
    }
    byte[] mine = packed;
    byte[] theirs = other.packed;
    return Arrays.compare(
        mine,
        PackedEntry.NAME,
        PackedEntry.nameEnd(mine),
        theirs,
        PackedEntry.NAME,
        PackedEntry.nameEnd(theirs));
  }
}
