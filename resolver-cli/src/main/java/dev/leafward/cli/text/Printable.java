// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.text;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;

/**
 * Makes text from outside fit to be printed: one line, and nothing that steers a terminal.
 *
 * <p>Whatever is not printable ASCII is written as master files write octets (RFC 1035 section
 * 5.1): a backslash and three decimal digits, for each octet of its UTF-8. Backslashes stay single,
 * so the result is to be read by people, not to be read back.
 */
public final class Printable {
  private static final CharMatcher PLAIN = CharMatcher.inRange(' ', '~');

  private Printable() {}

  /** The text with all else escaped. */
  public static String of(String text) {
    if (PLAIN.matchesAllOf(text)) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      int value = Byte.toUnsignedInt(octet);
      if (PLAIN.matches((char) value)) {
        printable.append((char) value);
      } else {
        printable.append('\\').append(value / 100).append(value / 10 % 10).append(value % 10);
      }
    }
    return printable.toString();
  }
}
