// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

/**
 * Reads and writes base32 with the extended hex alphabet, without padding.
 *
 * <p>RFC 4648 section 7, as RFC 5155 section 3.3 uses it for hashed owner names. Letters are
 * written in upper case and read in any.
 */
public final class Base32Hex {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

  private Base32Hex() {}

  /**
   * Encodes octets.
   *
   * @param octets any octets
   * @return five bits to a character
   */
  public static String encode(byte[] octets) {
    StringBuilder text = new StringBuilder((octets.length * 8 + 4) / 5);
    int bits = 0;
    int count = 0;
    for (byte octet : octets) {
      bits = (bits << 8) | (octet & 0xFF);
      count += 8;
      while (count >= 5) {
        count -= 5;
        text.append(ALPHABET.charAt((bits >> count) & 0x1F));
      }
      bits &= (1 << count) - 1;
    }
    if (count > 0) {
      text.append(ALPHABET.charAt((bits << (5 - count)) & 0x1F));
    }
    return text.toString();
  }

  /**
   * Decodes a text.
   *
   * @param text the characters, in any case
   * @return the octets
   * @throws IllegalArgumentException if a character is not of the alphabet, the length is
   *     impossible or bits behind the last octet are not zero
   */
  public static byte[] decode(String text) {
    byte[] octets = new byte[text.length() * 5 / 8];
    int bits = 0;
    int count = 0;
    int filled = 0;
    for (int i = 0; i < text.length(); i++) {
      bits = (bits << 5) | value(text.charAt(i));
      count += 5;
      if (count >= 8) {
        count -= 8;
        octets[filled++] = (byte) (bits >> count);
        bits &= (1 << count) - 1;
      }
    }
    if (count >= 5 || bits != 0) {
      throw new IllegalArgumentException("a part of an octet is left over");
    }
    return octets;
  }

  private static int value(char c) {
    int value = c < 0x80 ? Character.digit(c, 32) : -1;
    if (value < 0) {
      throw new IllegalArgumentException("'" + c + "' is not of the alphabet");
    }
    return value;
  }
}
