// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes hostile octets of good ones: flips, numbers at their limits, compression pointers, pieces
 * moved, doubled, cut out, and taken from another seed.
 *
 * <p>The same generator gives the same octets.
 */
public final class Mutator {
  private static final int MAX_OCTETS = 1024;
  private static final int MAX_CHANGES = 6;
  private static final int[] ODD_NUMBERS = {
    0, 1, 2, 3, 4, 5, 12, 41, 63, 64, 127, 128, 191, 192, 255, 256, 0x3FFF, 0x7FFF, 0x8000, 0xC000,
    0xC00C, 0xFFFF
  };
  private static final String ODD_CHARACTERS = "\\\"();@$.*#-+:/\n\t 019AZaz\0\177\377";

  private final List<byte[]> seeds;
  private final RandomGenerator random;
  private final int maxChanges;

  /**
   * Makes a mutator.
   *
   * @param seeds octets to start from; at least one
   * @param random decides everything
   */
  public Mutator(List<byte[]> seeds, RandomGenerator random) {
    this(seeds, random, MAX_CHANGES);
  }

  /** Makes a mutator that makes one to so many changes. */
  Mutator(List<byte[]> seeds, RandomGenerator random, int maxChanges) {
    this.seeds = List.copyOf(seeds);
    this.random = random;
    this.maxChanges = maxChanges;
  }

  /** Returns new octets, at most 1,024 unless a seed has more. */
  public byte[] next() {
    byte[] octets = seed().clone();
    for (int changes = 1 + random.nextInt(maxChanges); changes > 0; changes--) {
      octets = change(octets);
    }
    return octets;
  }

  private byte[] seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] change(byte[] octets) {
    if (octets.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(octets.length);
    switch (random.nextInt(12)) {
      case 0 -> octets[at] = (byte) random.nextInt();
      case 1 -> octets[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> octets[at] += (byte) (random.nextInt(9) - 4);
      case 3 -> octets[at] = (byte) oddNumber();
      case 4 -> octets[at] = (byte) ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length()));
      case 5 -> putU16(octets, at, oddNumber());
      case 6 -> putU16(octets, at, 0xC000 | random.nextInt(octets.length));
      case 7 -> octets[random.nextInt(Math.min(12, octets.length))] = (byte) random.nextInt(4);
      case 8 -> {
        return Arrays.copyOf(octets, at);
      }
      case 9 -> {
        return replace(octets, at, random.nextInt(1 + Math.min(16, octets.length - at)), NOTHING);
      }
      case 10 -> {
        return replace(octets, at, 0, piece(octets));
      }
      default -> {
        byte[] piece = piece(random.nextBoolean() ? octets : seed());
        return replace(octets, at, Math.min(piece.length, octets.length - at), piece);
      }
    }
    return octets;
  }

  private static final byte[] NOTHING = {};

  private int oddNumber() {
    return ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
  }

  private static void putU16(byte[] octets, int at, int number) {
    octets[at] = (byte) (number >> 8);
    if (at + 1 < octets.length) {
      octets[at + 1] = (byte) number;
    }
  }

  private byte[] piece(byte[] octets) {
    int from = random.nextInt(octets.length);
    int length = 1 + random.nextInt(Math.min(32, octets.length - from));
    return Arrays.copyOfRange(octets, from, from + length);
  }

  private static byte[] replace(byte[] octets, int at, int removed, byte[] inserted) {
    int length = octets.length - removed + inserted.length;
    if (length > Math.max(MAX_OCTETS, octets.length)) {
      return octets;
    }
    byte[] result = Arrays.copyOf(octets, length);
    System.arraycopy(inserted, 0, result, at, inserted.length);
    int tail = octets.length - at - removed;
    System.arraycopy(octets, at + removed, result, at + inserted.length, tail);
    return result;
  }
}
