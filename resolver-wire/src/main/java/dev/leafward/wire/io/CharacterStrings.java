// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Escapes and unescapes character strings in presentation format.
 *
 * <p>RFC 1035 section 5.1: {@code \"} and {@code \\} stand for themselves, {@code \DDD} is the
 * octet with that decimal value.
 */
public final class CharacterStrings {
  private CharacterStrings() {}

  /**
   * Writes octets as a quoted string of printable ASCII, as dig does.
   *
   * @param octets any octets
   * @return the text with its quotes, for instance {@code "v=spf1 -all"}
   */
  public static String quote(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length + 2).append('"');
    for (byte b : octets) {
      int octet = b & 0xFF;
      if (octet == '"' || octet == '\\') {
        text.append('\\').append((char) octet);
      } else if (octet >= ' ' && octet < 0x7F) {
        text.append((char) octet);
      } else {
        text.append('\\')
            .append((char) ('0' + octet / 100))
            .append((char) ('0' + octet / 10 % 10))
            .append((char) ('0' + octet % 10));
      }
    }
    return text.append('"').toString();
  }

  /**
   * Resolves the escapes of a string whose quotes are gone.
   *
   * @param text the text between the quotes, or a bare word; characters beyond ASCII stand for
   *     their octets in UTF-8
   * @return the octets, of any number
   * @throws IllegalArgumentException if an escape is cut off or above 255
   */
  public static byte[] unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    int from = 0;
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
      octets.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
      if (at + 1 == text.length()) {
        throw new IllegalArgumentException("nothing follows the backslash");
      }
      if (isDigit(text.charAt(at + 1))) {
        octets.write(decimalOctet(text, at + 1));
        from = at + 4;
      } else {
        int end = text.offsetByCodePoints(at + 1, 1);
        octets.writeBytes(text.substring(at + 1, end).getBytes(StandardCharsets.UTF_8));
        from = end;
      }
    }
    octets.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return octets.toByteArray();
  }

  private static int decimalOctet(String text, int at) {
    if (at + 3 > text.length() || !isDigit(text.charAt(at + 1)) || !isDigit(text.charAt(at + 2))) {
      throw new IllegalArgumentException("a backslash and a digit begin an escape of three digits");
    }
    int octet = Integer.parseInt(text.substring(at, at + 3));
    if (octet > 0xFF) {
      throw new IllegalArgumentException("the escape \\" + octet + " is above 255");
    }
    return octet;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
