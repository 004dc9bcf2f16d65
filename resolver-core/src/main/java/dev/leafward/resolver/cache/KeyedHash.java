// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;

/**
 * Hashes names and addresses under a secret key, so that nobody can choose ones that collide:
 * SipHash (Aumasson and Bernstein, INDOCRYPT 2012), with one round for each 8 octets and three at
 * the end, as many languages use it for their tables.
 */
public final class KeyedHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FINAL_ROUNDS = 3;

  private final long key0;
  private final long key1;

  KeyedHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** A hash under a key that is drawn from {@code random}. */
  public static KeyedHash keyed(RandomGenerator random) {
    return new KeyedHash(random.nextLong(), random.nextLong());
  }

  /** The hash of the octets from one index up to another. */
  public int of(byte[] octets, int from, int to) {
    long hash = siphash(octets, from, to);
    return (int) (hash ^ hash >>> 32);
  }

  /** The whole of the hash, as published, from which {@link #of} takes 32 bits. */
  long siphash(byte[] octets, int from, int to) {
    State state = new State(key0, key1);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      state.absorb((long) LONG.get(octets, at));
    }
    long last = (long) (to - from) << 56;
    for (int shift = 0; at < to; at++, shift += Byte.SIZE) {
      last |= (octets[at] & 0xFFL) << shift;
    }
    state.absorb(last);
    return state.finish();
  }

  /** Lives for one call only, so that the compiler keeps it in registers. */
  private static final class State {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    State(long key0, long key1) {
      v0 = key0 ^ 0x736f6d6570736575L;
      v1 = key1 ^ 0x646f72616e646f6dL;
      v2 = key0 ^ 0x6c7967656e657261L;
      v3 = key1 ^ 0x7465646279746573L;
    }

    void absorb(long block) {
      v3 ^= block;
      round();
      v0 ^= block;
    }

    long finish() {
      v2 ^= 0xFF;
      for (int i = 0; i < FINAL_ROUNDS; i++) {
        round();
      }
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
