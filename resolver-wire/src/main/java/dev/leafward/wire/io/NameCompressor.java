// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.name.DomainName;
import java.util.Arrays;

/**
 * Finds, in the octets of a message being written, the suffixes that a name can point to.
 *
 * <p>RFC 1035 4.1.4. A suffix is known by the offset where it stands in the message: an
 * open-addressed table of one {@code int} each, a part of the suffix's hash in the upper 18 bits
 * and the offset in the lower 14, which are just the offsets that a pointer can hold. A candidate
 * is compared with the message itself, without ASCII case.
 *
 * <p>The cost is linear in the octets of the names: the hash of each suffix comes from that of the
 * whole name, which a {@link DomainName} keeps, and each suffix is looked for in at most {@value
 * #MAX_PROBES} slots and compared with one candidate at most, whatever an attacker made of the
 * hashes. A suffix that finds no slot, or has another's hash, is merely not compressed against.
 */
final class NameCompressor {
  private static final int OFFSET_BITS = 14;
  private static final int MAX_OFFSET = (1 << OFFSET_BITS) - 1;
  private static final int INITIAL_SLOTS = 16;
  private static final int KEPT_SLOTS = 1024;
  private static final int MAX_PROBES = 16;
  private static final int POINTER = 0xC000;
  private static final int[] NO_SLOTS = {};

  /** The powers of 31, the base of {@link DomainName#hashCode}. */
  private static final int[] POWERS = new int[DomainName.MAX_OCTETS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 31 * POWERS[i - 1];
    }
  }

  // An empty slot is 0. Offset 0 can be nobody's: a message starts with its header.
  private int[] slots = NO_SLOTS;
  private int used;

  /**
   * Writes a name at {@code start}, compressed if it can be, and learns its suffixes. The array
   * must have room for the name in full.
   *
   * @return how many octets the name took
   */
  int write(DomainName name, byte[] message, int start) {
    int octets = name.copyTo(message, start);
    makeRoomFor(name.labelCount());
    int hash = name.hashCode();
    int before = 0; // the hash of the labels before the suffix
    int at = start;
    int left = octets;
    while (left > 1) {
      int target = findOrAdd(message, at, left, (hash - before * POWERS[left]) * 0x9E3779B1);
      if (target != 0) {
        message[at] = (byte) ((POINTER | target) >> 8);
        message[at + 1] = (byte) target;
        return at + 2 - start;
      }
      int next = at + 1 + message[at];
      left -= next - at;
      while (at < next) {
        before = 31 * before + lower(message[at]);
        at++;
      }
    }
    return octets;
  }

  private void makeRoomFor(int labels) {
    int size = Math.max(INITIAL_SLOTS, slots.length);
    while (used + labels > size / 4 * 3) {
      size *= 2;
    }
    if (size > slots.length) {
      rebuild(size, MAX_OFFSET + 1);
    }
  }

  /** Returns where the suffix at {@code suffix} stood before; 0 if nowhere, and learns it then. */
  private int findOrAdd(byte[] message, int suffix, int octets, int hash) {
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
      if ((entry & ~MAX_OFFSET) == tag) {
        return sameName(message, offset, suffix, octets) ? offset : 0;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return 0;
  }

  /** Compares a name in the message, which may be compressed, with one that stands in full. */
  private static boolean sameName(byte[] message, int earlier, int inFull, int octets) {
    int different =
        Arrays.mismatch(message, earlier, earlier + octets, message, inFull, inFull + octets);
    if (different < 0) {
      return true;
    }
    int length = message[earlier + different] & 0xFF;
    return (length >= POINTER >> 8 || lower((byte) length) == lower(message[inFull + different]))
        && sameLabels(message, earlier, inFull);
  }

  private static boolean sameLabels(byte[] message, int earlier, int inFull) {
    int at = earlier;
    int other = inFull;
    while (true) {
      int length = message[at] & 0xFF;
      if (length >= POINTER >> 8) {
        at = ((length << 8) | (message[at + 1] & 0xFF)) & MAX_OFFSET;
        continue;
      }
      for (int i = 0; i <= length; i++) {
        byte one = message[at + i];
        byte two = message[other + i];
        if (one != two && lower(one) != lower(two)) {
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

  /** Forgets all suffixes, for the next message. */
  void clear() {
    if (slots.length <= KEPT_SLOTS) {
      Arrays.fill(slots, 0);
    } else {
      slots = NO_SLOTS;
    }
    used = 0;
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
