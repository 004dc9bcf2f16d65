// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;

/**
 * The sizes and precisions of LOC data: one digit, multiplied by a power of ten.
 *
 * <p>RFC 1876 section 2. Digits and powers above 9 are undefined, as is zero with a power.
 */
final class LocSize {
  private static final int MAX_POWER = 9;
  private static final long MAX = 9_000_000_000L;

  private LocSize() {}

  static long read(WireReader in) throws WireFormatException {
    int octet = in.u8();
    int digit = octet >> 4;
    int power = octet & 0xF;
    if (digit > 9 || power > MAX_POWER || (digit == 0 && power > 0)) {
      throw in.malformed("undefined size " + digit + " * 10^" + power);
    }
    long centimetres = digit;
    for (int i = 0; i < power; i++) {
      centimetres *= 10;
    }
    return centimetres;
  }

  static int encode(String field, long centimetres) {
    long digit = centimetres;
    int power = 0;
    while (digit > 9 && digit % 10 == 0) {
      digit /= 10;
      power++;
    }
    if (digit < 0 || digit > 9 || power > MAX_POWER) {
      throw new IllegalArgumentException(
          field + " " + centimetres + " is not a digit and at most nine zeros");
    }
    return (int) (digit << 4) | power;
  }

  /** Leaves the first digit and makes zeros of the others; -1 if that is beyond the largest. */
  static long rounded(long centimetres) {
    if (centimetres > MAX) {
      return -1;
    }
    long unit = 1;
    while (centimetres / unit > 9) {
      unit *= 10;
    }
    return centimetres / unit * unit;
  }

  static String format(long centimetres) {
    return centimetres >= 100
        ? centimetres / 100 + "m"
        : "0." + centimetres / 10 + centimetres % 10 + "m";
  }
}
