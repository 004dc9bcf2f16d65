// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.nio.charset.StandardCharsets;

/** Writes what somebody looked up into messages and logs, so that it cannot forge a line. */
final class PrintableText {

  /** More than any name has; what is longer is cut off. */
  private static final int LONGEST = 1000;

  private PrintableText() {}

  /**
   * A name with all octets of its UTF-8 form that are not printable ASCII as {@code \DDD} (RFC 4343
   * section 2.1).
   */
  static String name(String host) {
    return escaped(host, '!');
  }

  /** A text with words in it, alike, but for its spaces. */
  static String line(String text) {
    return escaped(text, ' ');
  }

  private static String escaped(String text, char first) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    StringBuilder escaped = new StringBuilder();
    for (byte octet : start.getBytes(StandardCharsets.UTF_8)) {
      int value = octet & 0xFF;
      if (value >= first && value < 0x7F) {
        escaped.append((char) value);
      } else {
        escaped.append('\\').append((char) ('0' + value / 100));
        escaped.append((char) ('0' + value / 10 % 10)).append((char) ('0' + value % 10));
      }
    }
    return text.length() <= LONGEST ? escaped.toString() : escaped.append("...").toString();
  }
}
