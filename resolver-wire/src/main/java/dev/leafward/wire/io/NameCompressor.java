// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.name.DomainName;

/**
 * Finds, in the octets of a message being written, the suffixes that a name can point to.
 *
 * <p>RFC 1035 4.1.4. A suffix is known by the offset where it stands in the message: an
 * open-addressed table of one {@code int} each, a part of the suffix's hash in the upper 18 bits
 * and the offset in the lower 14, which are just the offsets that a pointer can hold. A candidate
 * is compared with the message itself, without ASCII case.
 *
 * <p>The cost is linear in the octets of the names: each name is hashed once, and each of its
 * suffixes is looked for in at most {@value #MAX_PROBES} slots, whatever an attacker made of the
 * hashes. A suffix that finds no slot is merely not compressed against.
 */
final class NameCompressor {
  private static final int OFFSET_BITS = 14;
  private static final int MAX_OFFSET = (1 << OFFSET_BITS) - 1;
  private static final int INITIAL_SLOTS = 64;
  private static final int MAX_PROBES = 16;
  private static final int USUAL_LABELS = 16;
  private static final int POINTER = 0xC000;
  private static final int[] NO_SLOTS = {};

  // An empty slot is 0. Offset 0 can be nobody's: a message starts with its header.
  private int[] slots = NO_SLOTS;
  private int used;

  // Of the name in hand: where each label starts, and the hash from there to the root.
  private short[] labelStarts = new short[USUAL_LABELS];
  private int[] suffixHashes = new int[USUAL_LABELS];

  /**
   * Writes a name at {@code start}, compressed if it can be, and learns its suffixes. The array
   * must have room for the name in full.
   *
   * @return how many octets the name took
   */
  int write(DomainName name, byte[] message, int start) {
    int octets = name.copyTo(message, start);
    int labels = name.labelCount();
    makeRoomFor(labels);
    measure(message, start, octets, labels);
    for (int label = 0; label < labels; label++) {
      int at = start + labelStarts[label];
      int target = findOrAdd(message, at, suffixHashes[label]);
      if (target != 0) {
        message[at] = (byte) ((POINTER | target) >> 8);
        message[at + 1] = (byte) target;
        return at + 2 - start;
      }
    }
    return octets;
  }

  private void makeRoomFor(int labels) {
    if (labels > labelStarts.length) {
      labelStarts = new short[DomainName.MAX_LABELS];
      suffixHashes = new int[DomainName.MAX_LABELS];
    }
    if (used + labels > slots.length / 2) {
      int size = Integer.highestOneBit(used + labels) << 2;
      rebuild(Math.max(INITIAL_SLOTS, size), MAX_OFFSET + 1);
    }
  }

  /** Finds the labels of a name in full, and the hash of each of its suffixes. */
  private void measure(byte[] message, int start, int octets, int labels) {
    int labelStart = 0;
    for (int label = 0; label < labels; label++) {
      labelStarts[label] = (short) labelStart;
      labelStart += 1 + message[start + labelStart];
    }
    int hash = 0;
    int at = octets - 1;
    for (int label = labels - 1; label >= 0; label--) {
      while (at > labelStarts[label]) {
        at--;
        hash = 31 * hash + lower(message[start + at]);
      }
      suffixHashes[label] = hash * 0x9E3779B1;
    }
  }

  /** Returns where the suffix at {@code suffix} stood before; 0 if nowhere, and learns it then. */
  private int findOrAdd(byte[] message, int suffix, int hash) {
    int tag = hash & ~MAX_OFFSET;
    int slot = firstSlot(hash);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      int entry = slots[slot];
      if (entry == 0) {
        if (suffix > 0 && suffix <= MAX_OFFSET) {
          slots[slot] = tag | suffix;
          used++;
        }
        return 0;
      }
      int offset = entry & MAX_OFFSET;
      if ((entry & ~MAX_OFFSET) == tag && sameName(message, offset, suffix)) {
        return offset;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return 0;
  }

  /** Compares a name in the message, which may be compressed, with one that stands in full. */
  private static boolean sameName(byte[] message, int earlier, int inFull) {
    int at = earlier;
    int other = inFull;
    while (true) {
      int length = message[at] & 0xFF;
      if (length >= POINTER >> 8) {
        at = ((length << 8) | (message[at + 1] & 0xFF)) & MAX_OFFSET;
        continue;
      }
      for (int i = 0; i <= length; i++) {
        if (lower(message[at + i]) != lower(message[other + i])) {
          return false;
        }
      }
      if (length == 0) {
        return true;
      }
      at += 1 + length;
      other += 1 + length;
    }
  }

  /** Forgets the suffixes that stand at {@code offset} or after it. */
  void forgetFrom(int offset) {
    if (used > 0 && offset <= MAX_OFFSET) {
      rebuild(slots.length, offset);
    }
  }

  private void rebuild(int size, int offsetLimit) {
    int[] old = slots;
    slots = new int[size];
    used = 0;
    for (int entry : old) {
      if (entry != 0 && (entry & MAX_OFFSET) < offsetLimit) {
        put(entry);
      }
    }
  }

  private void put(int entry) {
    int slot = firstSlot(entry);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      if (slots[slot] == 0) {
        slots[slot] = entry;
        used++;
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  /** The index comes from the topmost bits, which an entry keeps, so that tables can be rebuilt. */
  private int firstSlot(int hash) {
    return hash >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
  }
}
