// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** The text form of the times in signatures (RFC 4034 section 3.2). */
final class SignatureTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int DATE_DIGITS = 14;
  private static final long MODULUS = 1L << 32;

  private SignatureTime() {}

  static String format(long seconds) {
    return FORMAT.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
  }

  /** Reads {@code YYYYMMDDHHmmSS}, or the seconds themselves, which have at most ten digits. */
  static long parse(TextReader in) throws TextFormatException {
    if (in.peek().length() != DATE_DIGITS) {
      return in.u32();
    }
    String word = in.token();
    try {
      long seconds = LocalDateTime.parse(word, FORMAT).toEpochSecond(ZoneOffset.UTC);
      return Math.floorMod(seconds, MODULUS);
    } catch (DateTimeException e) {
      throw in.malformed("a time as YYYYMMDDHHmmSS");
    }
  }
}
