// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.name.DomainName;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps cache entries within a bound of octets.
 *
 * <p>Reading takes no lock. Writing takes one, briefly: room is made before anything is put in, so
 * that {@link #octets()} is at no moment above the bound; new content for an entry that is there
 * replaces the old in place.
 *
 * <p>What an entry counts is what it takes on the heap of a 64-bit JVM with compressed references:
 * its array, itself, and its part of the table. What the entries mean is {@link RRsetCache}'s
 * matter.
 */
final class EntryStore {
  private static final long ARRAY_HEADER_OCTETS = 16;
  private static final int ENTRY_OCTETS = 32;

  /**
   * A table node, and the at most four places of the table (while it grows) that an entry needs.
   */
  private static final int TABLE_OCTETS = 32 + 4 * 4;

  private final ConcurrentHashMap<CacheEntry, CacheEntry> table = new ConcurrentHashMap<>();
  private final SieveQueue queue = new SieveQueue();
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong octets = new AtomicLong();
  private final long maxOctets;
  private final KeyedHash names;
  private final long graceNanos;

  /**
   * An empty store.
   *
   * @param maxOctets its bound
   * @param names hashes names
   * @param graceNanos for how long after its expiry an entry is worth its room
   */
  EntryStore(long maxOctets, KeyedHash names, long graceNanos) {
    this.names = names;
    this.maxOctets = maxOctets;
    this.graceNanos = graceNanos;
  }

  /** A key by which to look up a slot of a name. */
  CacheEntry key(DomainName name, int slot) {
    return CacheEntry.key(names, name, slot);
  }

  /** The content at the key, expired or not; null if there is none. Counts as a visit. */
  byte @Nullable [] read(CacheEntry key) {
    CacheEntry entry = table.get(key);
    if (entry == null) {
      return null;
    }
    entry.visit();
    return entry.packed();
  }

  /**
   * Puts an entry in, unless what is there is believed more and has not expired, or the entry alone
   * is larger than the bound.
   */
  void put(CacheEntry fresh, long nowNanos) {
    long size = octetsOf(fresh.packed());
    if (size > maxOctets) {
      return;
    }
    writing.lock();
    try {
      CacheEntry present = table.get(fresh);
      if (present == null) {
        makeRoom(size, null, nowNanos);
        octets.addAndGet(size);
        table.put(fresh, fresh);
        queue.add(fresh);
      } else if (!outranks(present.packed(), fresh.packed(), nowNanos)) {
        long growth = size - octetsOf(present.packed());
        makeRoom(growth, present, nowNanos);
        octets.addAndGet(growth);
        present.replace(fresh.packed());
      }
    } finally {
      writing.unlock();
    }
  }

  /** Takes out what is at the key, if anything is. */
  void remove(CacheEntry key) {
    if (!table.containsKey(key)) {
      return;
    }
    writing.lock();
    try {
      CacheEntry present = table.get(key);
      if (present != null) {
        takeOut(present);
      }
    } finally {
      writing.unlock();
    }
  }

  /**
   * Takes out what fits.
   *
   * @return how many entries that were
   */
  int removeIf(Predicate<CacheEntry> fits) {
    int removed = 0;
    for (CacheEntry entry : table.values()) {
      if (fits.test(entry)) {
        remove(entry);
        removed++;
      }
    }
    return removed;
  }

  /** Every entry, in no order; what comes or goes meanwhile may be among them or not. */
  Stream<CacheEntry> stream() {
    return table.values().stream();
  }

  /** Gives an entry new content of the same size, if it still has the old. */
  @SuppressWarnings("ReferenceEquality") // arrays are never changed: the same one is the same
  void exchange(CacheEntry key, byte[] old, byte[] replacement) {
    writing.lock();
    try {
      CacheEntry present = table.get(key);
      if (present != null && present.packed() == old) {
        present.replace(replacement);
      }
    } finally {
      writing.unlock();
    }
  }

  /** The octets that the entries take. */
  long octets() {
    return octets.get();
  }

  /** The number of entries. */
  int entries() {
    return table.size();
  }

  private static boolean outranks(byte[] present, byte[] fresh, long nowNanos) {
    return PackedEntry.trust(present).compareTo(PackedEntry.trust(fresh)) > 0
        && PackedEntry.secondsLeft(present, nowNanos) > 0;
  }

  private void makeRoom(long needed, @Nullable CacheEntry spared, long nowNanos) {
    while (octets.get() + needed > maxOctets) {
      CacheEntry leaving = queue.choose(spared, nowNanos - graceNanos);
      if (leaving == null) {
        throw new IllegalStateException("the cache counts octets of entries that it does not have");
      }
      takeOut(leaving);
    }
  }

  private void takeOut(CacheEntry entry) {
    table.remove(entry);
    queue.remove(entry);
    octets.addAndGet(-octetsOf(entry.packed()));
  }

  private static long octetsOf(byte[] packed) {
    long array = ARRAY_HEADER_OCTETS + packed.length;
    return TABLE_OCTETS + ENTRY_OCTETS + ((array + 7) & ~7);
  }
}
