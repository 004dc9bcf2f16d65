// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds, among the names of a message being written, the suffixes that a name can point to.
 *
 * <p>RFC 1035 4.1.4. An open-addressed table holds for each suffix that was written its hash, its
 * octets and its offset in one {@code long}, and the name it is the end of. A candidate is compared
 * with that name without ASCII case, which is one look when they are the same object: mostly they
 * are, since the names of a decoded message are shared.
 *
 * <p>The cost is linear in the octets of the names: the hash of each suffix comes from that of the
 * whole name, which a {@link DomainName} keeps, and each suffix is looked for in at most {@value
 * #MAX_PROBES} slots and compared with one candidate at most, whatever an attacker made of the
 * hashes. A suffix that finds no slot, or has another's hash, is merely not compressed against.
 */
final class NameCompressor {
  private static final int MAX_OFFSET = 0x3FFF;
  private static final int INITIAL_SLOTS = 32;
  private static final int KEPT_SLOTS = 1024;
  private static final int MAX_PROBES = 16;
  private static final int POINTER = 0xC000;

  // What a slot holds: hash, octets of the suffix (both to be looked for), offset.
  private static final int HASH_SHIFT = 32;
  private static final int OCTETS_SHIFT = 16;
  private static final int SPREAD = 0x9E3779B1;

  /** The powers of 31, the base of {@link DomainName#hashCode}. */
  private static final int[] POWERS = new int[DomainName.MAX_OCTETS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 31 * POWERS[i - 1];
    }
  }

  // A message with a single name, as every query is, needs no table.
  private @Nullable DomainName first;
  private int firstAt;

  // An empty slot has no name.
  private long[] suffixes = {};
  private @Nullable DomainName[] names = {};
  private int shift;
  private int used;

  // Where the suffix stands that the latest name can point to.
  private int target;

  /**
   * Writes a name at {@code start}, compressed if it can be, and learns its suffixes. The array
   * must have room for the name in full.
   *
   * @return how many octets the name took
   */
  int write(DomainName name, byte[] message, int start) {
    if (first == null) {
      first = name;
      firstAt = start;
      return name.copyTo(message, start);
    }
    if (used == 0) {
      learn(first, firstAt);
    }
    int labels = isAtHand(name) ? 0 : learn(name, start);
    if (labels == name.octets() - 1) {
      return name.copyTo(message, start);
    }
    if (labels > 0) {
      name.copyTo(message, start);
    }
    BigEndian.putU16(message, start + labels, POINTER | target);
    return labels + 2;
  }

  /**
   * Says whether this very object was written before, and makes its place the target. Of the names
   * of a referral most were, and one look finds them.
   */
  @SuppressWarnings("ReferenceEquality") // equal names are found by their hash, in more looks
  private boolean isAtHand(DomainName name) {
    int slot = firstSlot(name.hashCode() * SPREAD);
    target = (int) suffixes[slot] & MAX_OFFSET;
    return names[slot] == name && octets(suffixes[slot]) == name.octets();
  }

  /**
   * Learns the suffixes of a name up to one that is known, which becomes the target.
   *
   * @return how many octets the labels before that one have, or all if none is known
   */
  private int learn(DomainName name, int start) {
    makeRoomFor(name.labelCount());
    int octets = name.octets();
    int hash = name.hashCode();
    int before = 0; // the hash of the labels before the suffix
    int at = 0;
    while (at < octets - 1) {
      int suffixHash = (hash - before * POWERS[octets - at]) * SPREAD;
      if (findOrAdd(name, octets - at, suffixHash, start + at)) {
        return at;
      }
      int next = at + 1 + name.octetAt(at);
      before = name.hash(before, at, next);
      at = next;
    }
    return at;
  }

  private void makeRoomFor(int labels) {
    int size = Math.max(INITIAL_SLOTS, suffixes.length);
    while (used + labels > size / 4 * 3) {
      size *= 2;
    }
    if (size > suffixes.length) {
      rebuild(size, MAX_OFFSET + 1);
    }
  }

  /**
   * Looks for the suffix that the last {@code octets} of a name are. If it stood nowhere before, it
   * is learned that it stands at {@code offset} now.
   */
  private boolean findOrAdd(DomainName name, int octets, int hash, int offset) {
    long wanted = ((long) hash << HASH_SHIFT) | (octets << OCTETS_SHIFT);
    int slot = firstSlot(hash);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      DomainName other = names[slot];
      if (other == null) {
        if (offset > 0 && offset <= MAX_OFFSET) {
          suffixes[slot] = wanted | offset;
          names[slot] = name;
          used++;
        }
        return false;
      }
      long difference = suffixes[slot] ^ wanted;
      if (difference >>> OCTETS_SHIFT == 0) {
        return name.sameEnd(other, octets) && pointTo(slot, name, octets);
      }
      slot = (slot + 1) & (suffixes.length - 1);
    }
    return false;
  }

  private boolean pointTo(int slot, DomainName name, int octets) {
    if (octets == name.octets()) {
      // So that it is found by one look if it comes again, as the owners of an RRset do.
      names[slot] = name;
    }
    target = (int) suffixes[slot] & MAX_OFFSET;
    return true;
  }

  /** Forgets all suffixes, for the next message. */
  void clear() {
    first = null;
    if (used == 0) {
      return;
    }
    if (suffixes.length <= KEPT_SLOTS) {
      Arrays.fill(names, null);
    } else {
      suffixes = new long[0];
      names = new DomainName[0];
    }
    used = 0;
  }

  /** Forgets the suffixes that stand at {@code offset} or after it. */
  void forgetFrom(int offset) {
    if (firstAt >= offset) {
      clear();
    } else if (used > 0 && offset <= MAX_OFFSET) {
      rebuild(suffixes.length, offset);
    }
  }

  private void rebuild(int size, int offsetLimit) {
    long[] oldSuffixes = suffixes;
    @Nullable DomainName[] oldNames = names;
    suffixes = new long[size];
    names = new DomainName[size];
    shift = Integer.numberOfLeadingZeros(size) + 1;
    used = 0;
    for (int i = 0; i < oldNames.length; i++) {
      DomainName name = oldNames[i];
      if (name != null && (oldSuffixes[i] & MAX_OFFSET) < offsetLimit) {
        put(oldSuffixes[i], name);
      }
    }
  }

  private void put(long suffix, DomainName name) {
    int slot = firstSlot((int) (suffix >>> HASH_SHIFT));
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      if (names[slot] == null) {
        suffixes[slot] = suffix;
        names[slot] = name;
        used++;
        return;
      }
      slot = (slot + 1) & (suffixes.length - 1);
    }
  }

  private static int octets(long suffix) {
    return (int) suffix >>> OCTETS_SHIFT;
  }

  /** The index comes from the topmost bits of the hash, which a product has the best of. */
  private int firstSlot(int hash) {
    return hash >>> shift;
  }
}
