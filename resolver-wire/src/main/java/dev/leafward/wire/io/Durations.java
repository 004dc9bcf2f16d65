// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

/**
 * Reads spans of time in the units of zone files: {@code 3600}, {@code 1h30m}, {@code 1W2D}.
 *
 * <p>RFC 1035 knows seconds only; the units are BIND's, and every server's since.
 */
final class Durations {
  /** What {@link #seconds} returns for a text that is no span of time, or a far too long one. */
  static final long NONE = -1;

  private static final long MAX = 0xFFFF_FFFFL;

  private Durations() {}

  static long seconds(String text) {
    long total = 0;
    long number = NONE;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.max(number, 0) * 10 + (c - '0');
      } else {
        long unit = unit(c);
        if (unit == NONE || number == NONE) {
          return NONE;
        }
        total += number * unit;
        number = NONE;
      }
      if (total > MAX || number > MAX) {
        return NONE;
      }
    }
    if (number == NONE) {
      return text.isEmpty() ? NONE : total;
    }
    return total + number;
  }

  private static long unit(char c) {
    return switch (c) {
      case 's', 'S' -> 1;
      case 'm', 'M' -> 60;
      case 'h', 'H' -> 3600;
      case 'd', 'D' -> 86_400;
      case 'w', 'W' -> 604_800;
      default -> NONE;
    };
  }
}
