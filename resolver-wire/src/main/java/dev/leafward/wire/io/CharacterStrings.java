// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Translates between the octets of a character string and its presentation form.
 *
 * <p>RFC 1035 5.1, RFC 9460 appendix A: {@code \DDD} is the octet of that decimal value, a
 * backslash before any other character takes that character literally.
 */
public final class CharacterStrings {
  private CharacterStrings() {}

  /** Renders octets between quotes; what is not printable ASCII comes out as {@code \DDD}. */
  public static String quote(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length + 2).append('"');
    for (byte each : octets) {
      int octet = each & 0xFF;
      if (octet < 0x20 || octet > 0x7E) {
        text.append('\\').append((char) ('0' + octet / 100));
        text.append((char) ('0' + octet / 10 % 10)).append((char) ('0' + octet % 10));
      } else {
        if (octet == '"' || octet == '\\') {
          text.append('\\');
        }
        text.append((char) octet);
      }
    }
    return text.append('"').toString();
  }

  /**
   * Decodes the escapes of a text that has no quotes around it. Characters outside ASCII stand for
   * their UTF-8 octets.
   *
   * @throws IllegalArgumentException if an escape is malformed; the message says how
   */
  public static byte[] unescape(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '\\') {
        octets.write(raw[i]);
      } else if (i + 1 < raw.length && !isDigit(raw, i + 1)) {
        octets.write(raw[++i]);
      } else {
        octets.write(decimal(raw, i + 1));
        i += 3;
      }
    }
    return octets.toByteArray();
  }

  private static int decimal(byte[] raw, int at) {
    if (!isDigit(raw, at) || !isDigit(raw, at + 1) || !isDigit(raw, at + 2)) {
      throw new IllegalArgumentException("a backslash needs a character or three digits after it");
    }
    int value = (raw[at] - '0') * 100 + (raw[at + 1] - '0') * 10 + raw[at + 2] - '0';
    if (value > 255) {
      throw new IllegalArgumentException("a decimal escape goes up to \\255");
    }
    return value;
  }

  private static boolean isDigit(byte[] raw, int at) {
    return at < raw.length && raw[at] >= '0' && raw[at] <= '9';
  }
}
