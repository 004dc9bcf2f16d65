// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.name.DomainName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Lays out one entry of the cache in one array, which never changes once it is made:
 *
 * <pre>
 *   0..7   when it expires, by the monotonic clock, in nanoseconds
 *   8..11  the TTL that it began with, in seconds
 *   12     trust, whether it is a denial, and of names below too, and whether it came without glue
 *   13     octets of the name
 *   14..17 the hash of the name
 *   18..   the name, uncompressed, in lower case
 *   then   the content, see {@link RRsetPacking}
 * </pre>
 *
 * <p>A reader that holds the array sees an entry that is whole, whatever is stored meanwhile.
 */
final class PackedEntry {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int TTL = 8;
  private static final int TRUST = 12;
  private static final int NAME_OCTETS = 13;
  private static final int HASH = 14;

  /** Where the name begins. */
  static final int NAME = 18;

  private static final int TRUST_BITS = 0x0F;
  private static final int SUBTREE_BIT = 0x10;
  private static final int GLUELESS_BIT = 0x20;
  private static final int DENIAL_BIT = 0x40;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final Trust[] TRUSTS = Trust.values();

  private PackedEntry() {}

  /** What the content of an entry is. */
  enum Content {
    /** An RRset. */
    DATA,
    /** The SOA of a denial. */
    DENIAL,
    /** The SOA of a denial that counts for all names below it, too. */
    SUBTREE_DENIAL,
    /** An RRset that came without the glue that might have come with it. */
    GLUELESS
  }

  /** How long an entry holds: until when, and the TTL that it began with. */
  record Life(long expiresNanos, long ttlSeconds) {

    /** The life of an entry made now that holds for {@code ttlSeconds}, at most 2^31 - 1. */
    static Life of(long nowNanos, long ttlSeconds) {
      return new Life(nowNanos + ttlSeconds * NANOS_PER_SECOND, ttlSeconds);
    }

    /** The life of an entry that has another TTL than the seconds for which it is kept. */
    static Life of(long nowNanos, long keptSeconds, long ttlSeconds) {
      return new Life(nowNanos + keptSeconds * NANOS_PER_SECOND, ttlSeconds);
    }

    /** This life, but ended at an instant if that comes first. */
    Life until(long endNanos, long nowNanos) {
      return endNanos - expiresNanos >= 0
          ? this
          : new Life(endNanos, secondsUntil(endNanos, nowNanos));
    }
  }

  /** Lays out an entry. */
  @SuppressWarnings("EnumOrdinal") // the octets never leave this process
  static byte[] of(
      KeyedHash names, DomainName name, Content kind, Trust trust, Life life, byte[] content) {
    int nameEnd = NAME + name.octets();
    byte[] packed = new byte[nameEnd + content.length];
    LONG.set(packed, 0, life.expiresNanos());
    INT.set(packed, TTL, (int) life.ttlSeconds());
    packed[TRUST] = (byte) (trust.ordinal() | bits(kind));
    packed[NAME_OCTETS] = (byte) name.octets();
    name.copyTo(packed, NAME);
    fold(packed, nameEnd);
    INT.set(packed, HASH, names.of(packed, NAME, nameEnd));
    System.arraycopy(content, 0, packed, nameEnd, content.length);
    return packed;
  }

  /**
   * Turns the letters of the name into lower case, eight octets at a time. Length octets are at
   * most 63, below 'A': the whole name may be folded without looking.
   */
  private static void fold(byte[] packed, int nameEnd) {
    int at = NAME;
    for (; at + Long.BYTES <= nameEnd; at += Long.BYTES) {
      long octets = (long) LONG.get(packed, at);
      long low = octets & 0x7F7F7F7F7F7F7F7FL;
      long fromA = low + 0x3F3F3F3F3F3F3F3FL; // sets the upper bit of what is 'A' or more
      long beyondZ = low + 0x2525252525252525L; // and of what is more than 'Z'
      long isLetter = (fromA ^ beyondZ) & ~octets & 0x8080808080808080L;
      LONG.set(packed, at, octets | isLetter >>> 2);
    }
    for (; at < nameEnd; at++) {
      if (packed[at] >= 'A' && packed[at] <= 'Z') {
        packed[at] = (byte) (packed[at] + 'a' - 'A');
      }
    }
  }

  private static int bits(Content kind) {
    return switch (kind) {
      case DATA -> 0;
      case DENIAL -> DENIAL_BIT;
      case SUBTREE_DENIAL -> DENIAL_BIT | SUBTREE_BIT;
      case GLUELESS -> GLUELESS_BIT;
    };
  }

  /** The same entry with another expiry. */
  static byte[] expiring(byte[] packed, long expiresNanos) {
    byte[] copy = packed.clone();
    LONG.set(copy, 0, expiresNanos);
    return copy;
  }

  /**
   * Seconds between now and the expiry, the last one counted while it runs; 0 from the expiry on.
   */
  static long secondsUntil(long expiresNanos, long nowNanos) {
    return Math.max(0, Math.ceilDiv(expiresNanos - nowNanos, NANOS_PER_SECOND));
  }

  /** When the entry expires, by the monotonic clock. */
  static long expires(byte[] packed) {
    return (long) LONG.get(packed, 0);
  }

  /** Seconds that the entry still holds, rounded up; 0 once it is gone. */
  static long secondsLeft(byte[] packed, long nowNanos) {
    return secondsUntil(expires(packed), nowNanos);
  }

  /** Seconds that the entry still holds, rounded up; below 1 once it is gone, and for how long. */
  static long secondsLeftOrSince(byte[] packed, long nowNanos) {
    return Math.ceilDiv(expires(packed) - nowNanos, NANOS_PER_SECOND);
  }

  /** The TTL that the entry began with, in seconds. */
  static long originalTtl(byte[] packed) {
    return (int) INT.get(packed, TTL);
  }

  /** The hash of the name. */
  static int hash(byte[] packed) {
    return (int) INT.get(packed, HASH);
  }

  /** The name, in lower case. */
  static DomainName name(byte[] packed) {
    return DomainName.ofWire(packed, NAME, packed[NAME_OCTETS] & 0xFF);
  }

  /** How far the entry is believed. */
  static Trust trust(byte[] packed) {
    return TRUSTS[packed[TRUST] & TRUST_BITS];
  }

  /** True for the SOA of a denial, false for an RRset. */
  static boolean isDenial(byte[] packed) {
    return (packed[TRUST] & DENIAL_BIT) != 0;
  }

  /** True for the denial of a name that counts for all names below it. */
  static boolean isSubtreeDenial(byte[] packed) {
    return (packed[TRUST] & SUBTREE_BIT) != 0;
  }

  /** True for an RRset that came without glue. */
  static boolean isGlueless(byte[] packed) {
    return (packed[TRUST] & GLUELESS_BIT) != 0;
  }

  /** Where the name ends and the content begins. */
  static int nameEnd(byte[] packed) {
    return NAME + (packed[NAME_OCTETS] & 0xFF);
  }
}
