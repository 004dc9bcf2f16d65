// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * Reads and writes 64 bits whose text is four groups of hexadecimal digits, such as {@code
 * 14:4fff:ff20:ee64}.
 *
 * <p>RFC 6742 sections 2.1 and 2.3. Leading zeros of a group are read, but not written.
 */
final class HexGroups {
  private static final int GROUPS = 4;
  private static final int GROUP_BITS = 16;

  private HexGroups() {}

  static long read(WireReader in) throws WireFormatException {
    return (in.u32() << 32) | in.u32();
  }

  static long parse(TextReader in) throws TextFormatException {
    String expectation = "four groups of hexadecimal digits such as 14:4fff:ff20:ee64";
    String word = in.token(expectation);
    long value = 0;
    int groups = 1;
    int digits = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (c == ':' && digits > 0) {
        groups++;
        digits = 0;
        value <<= GROUP_BITS;
      } else if (digit >= 0 && digits < 4) {
        digits++;
        long group = ((value & 0xFFFF) << 4) | digit;
        value = (value & ~0xFFFFL) | group;
      } else {
        throw in.malformed(expectation);
      }
    }
    if (groups != GROUPS || digits == 0) {
      throw in.malformed(expectation);
    }
    return value;
  }

  static void write(long value, WireWriter out) {
    out.u32(value >>> 32);
    out.u32(value);
  }

  static String format(long value) {
    StringBuilder text = new StringBuilder(19);
    for (int shift = GROUP_BITS * (GROUPS - 1); shift >= 0; shift -= GROUP_BITS) {
      text.append(Long.toHexString((value >>> shift) & 0xFFFF)).append(shift > 0 ? ":" : "");
    }
    return text.toString();
  }
}
