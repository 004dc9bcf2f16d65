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
    makeRoomFor(name.labelCount());
    int octets = name.octets();
    int hash = name.hashCode();
    int before = 0; // the hash of the labels before the suffix
    int at = 0;
    while (at < octets - 1) {
      int suffixHash = (hash - before * POWERS[octets - at]) * 0x9E3779B1;
      int target = findOrAdd(name, at, suffixHash, message, start);
      if (target != 0) {
        if (at > 0) {
          name.copyTo(message, start);
        }
        BigEndian.putU16(message, start + at, POINTER | target);
        return at + 2;
      }
      int next = at + 1 + name.octetAt(at);
      while (at < next) {
        before = 31 * before + (byte) lower(name.octetAt(at));
        at++;
      }
    }
    return name.copyTo(message, start);
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

  /**
   * Returns where the suffix from {@code index} on stood before; 0 if nowhere, and then learns that
   * it will stand where {@code start} puts it.
   */
  private int findOrAdd(DomainName name, int index, int hash, byte[] message, int start) {
    int tag = hash & ~MAX_OFFSET;
    int slot = firstSlot(hash);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      int entry = slots[slot];
      if (entry == 0) {
        int offset = start + index;
        if (offset > 0 && offset <= MAX_OFFSET) {
          slots[slot] = tag | offset;
          used++;
        }
        return 0;
      }
      if ((entry & ~MAX_OFFSET) == tag) {
        int offset = entry & MAX_OFFSET;
        // What the name itself has taught is not written yet.
        return offset < start && sameName(name, index, message, offset) ? offset : 0;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return 0;
  }

  /**
   * Compares a suffix with a name in the message, which may be compressed. Case seldom differs, so
   * that runs of octets are compared first, from pointer to pointer.
   */
  private static boolean sameName(DomainName name, int index, byte[] message, int earlier) {
    int suffix = index;
    int at = earlier;
    while (true) {
      int run = name.mismatch(suffix, message, at);
      if (run < 0) {
        return true;
      }
      int octet = message[at + run] & 0xFF;
      if (octet < POINTER >> 8 || !isLabelStart(name, suffix, suffix + run)) {
        return lower(octet) == lower(name.octetAt(suffix + run))
            && sameLabels(name, suffix, message, at);
      }
      at = BigEndian.u16(message, at + run) & MAX_OFFSET;
      suffix += run;
    }
  }

  private static boolean isLabelStart(DomainName name, int label, int index) {
    int at = label;
    while (at < index) {
      at += 1 + name.octetAt(at);
    }
    return at == index;
  }

  private static boolean sameLabels(DomainName name, int index, byte[] message, int earlier) {
    int suffix = index;
    int at = earlier;
    while (true) {
      int length = message[at] & 0xFF;
      if (length >= POINTER >> 8) {
        at = BigEndian.u16(message, at) & MAX_OFFSET;
        continue;
      }
      for (int i = 0; i <= length; i++) {
        if (lower(message[at + i] & 0xFF) != lower(name.octetAt(suffix + i))) {
          return false;
        }
      }
      if (length == 0) {
        return true;
      }
      at += 1 + length;
      suffix += 1 + length;
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

  private static int lower(int octet) {
    return octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
  }
}
