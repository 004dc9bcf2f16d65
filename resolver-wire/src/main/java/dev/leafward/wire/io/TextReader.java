// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A cursor over the fields of one record's RDATA in presentation form.
 *
 * <p>RFC 1035 5.1. Whatever the text is, every method returns a value or throws {@link
 * TextFormatException} with the line and column of the field that is at fault. Numbers are decimal
 * digits and nothing else.
 *
 * <p>Does not know lines, owners or directives: that is the zone file reader's job, which hands
 * over the tokens.
 */
public final class TextReader {
  private static final long MAX_U32 = 0xFFFF_FFFFL;
  private static final long MAX_TTL = 0x7FFF_FFFFL;
  private static final int MAX_DIGITS = 10;

  private final List<Token> tokens;
  private final DomainName origin;
  private final int line;
  private int next;

  /**
   * A field as it was written: quotes are off, escapes are still in.
   *
   * @param text the characters of the field
   * @param quoted whether it stood between quotes
   * @param line its line, from 1
   * @param column its first column, from 1
   */
  public record Token(String text, boolean quoted, int line, int column) {}

  /**
   * Reads tokens that somebody else has split.
   *
   * @param tokens the fields of the RDATA
   * @param origin what relative names are completed with
   * @param line where to say that a fault is if there is no token
   */
  public TextReader(List<Token> tokens, DomainName origin, int line) {
    this.tokens = new ArrayList<>(tokens);
    this.origin = origin;
    this.line = line;
  }

  /** Reads RDATA from a text, which may run over several lines. */
  public static TextReader of(String rdataText, DomainName origin) {
    return new TextReader(Tokenizer.split(rdataText), origin, 1);
  }

  /** Says whether a field is left. */
  public boolean hasNext() {
    return next < tokens.size();
  }

  /** Reads a field as it was written: quotes are off, escapes are still in. */
  public String token() throws TextFormatException {
    if (!hasNext()) {
      throw malformed("another field was expected");
    }
    return tokens.get(next++).text();
  }

  /** Reads a domain name, relative to the origin unless it ends in a dot. */
  public DomainName name() throws TextFormatException {
    try {
      return DomainName.of(token(), origin);
    } catch (InvalidNameException e) {
      throw malformed("no domain name: " + e.getMessage());
    }
  }

  /** Reads a number of 0 to 255. */
  public int u8() throws TextFormatException {
    return (int) number(0xFF);
  }

  /** Reads a number of 0 to 65535. */
  public int u16() throws TextFormatException {
    return (int) number(0xFFFF);
  }

  /** Reads a number of 0 to 4294967295. */
  public long u32() throws TextFormatException {
    return number(MAX_U32);
  }

  /** Reads a TTL in seconds, 0 to 2147483647, also written with units as in {@code 1w2d}. */
  public long ttl() throws TextFormatException {
    return duration(MAX_TTL);
  }

  /** Reads a time span in seconds, 0 to 4294967295, also written with units as in {@code 1w2d}. */
  public long seconds() throws TextFormatException {
    return duration(MAX_U32);
  }

  private long number(long max) throws TextFormatException {
    String text = token();
    long value = digits(text, 0, text.length());
    if (value < 0 || value > max) {
      throw malformed("a number of 0 to " + max + " was expected");
    }
    return value;
  }

  private long duration(long max) throws TextFormatException {
    String text = token();
    long total = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      long unit = unit(text.charAt(i));
      if (unit > 0) {
        total += checked(digits(text, from, i), max / unit, max) * unit;
        from = i + 1;
      }
    }
    if (from < text.length() || text.isEmpty()) {
      total += checked(digits(text, from, text.length()), max, max);
    }
    return checked(total, max, max);
  }

  private long checked(long value, long limit, long max) throws TextFormatException {
    if (value < 0 || value > limit) {
      throw malformed("a time of 0 to " + max + " seconds, such as 3600 or 1h, was expected");
    }
    return value;
  }

  private static long unit(char c) {
    return switch (c) {
      case 's', 'S' -> 1;
      case 'm', 'M' -> 60;
      case 'h', 'H' -> 3600;
      case 'd', 'D' -> 86_400;
      case 'w', 'W' -> 604_800;
      default -> 0;
    };
  }

  /** Returns the value of one to ten digits, -1 if it is anything else. */
  private static long digits(String text, int from, int to) {
    if (from >= to || to - from > MAX_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  /** Reads a character string, quoted or bare, of at most 255 octets. */
  public byte[] characterString() throws TextFormatException {
    byte[] octets;
    try {
      octets = CharacterStrings.unescape(token());
    } catch (IllegalArgumentException e) {
      throw malformed(e.getMessage());
    }
    if (octets.length > 255) {
      throw malformed("a character string has at most 255 octets, this has " + octets.length);
    }
    return octets;
  }

  /** Reads one field of hexadecimal digits. */
  public byte[] hex() throws TextFormatException {
    return hex(token());
  }

  /** Reads all that is left as hexadecimal digits, blanks allowed between them. */
  public byte[] hexToEnd() throws TextFormatException {
    return hex(joinToEnd());
  }

  private byte[] hex(String digits) throws TextFormatException {
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw malformed("pairs of hexadecimal digits were expected");
    }
  }

  /** Reads all that is left as base64 (RFC 4648 4), blanks allowed within. */
  public byte[] base64ToEnd() throws TextFormatException {
    try {
      return Base64.getDecoder().decode(joinToEnd());
    } catch (IllegalArgumentException e) {
      throw malformed("base64 was expected");
    }
  }

  /** Reads one field of base32 with the extended hex alphabet, no padding (RFC 4648 7). */
  public byte[] base32hex() throws TextFormatException {
    String text = token();
    byte[] octets = new byte[text.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int filled = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 32) : -1;
      if (digit < 0) {
        throw malformed("base32 digits 0-9 A-V were expected");
      }
      buffer = (buffer << 5 | digit) & 0xFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        octets[filled++] = (byte) (buffer >> bits);
      }
    }
    // Left-over bits pad the last digit: there must be less than a digit of them, and zero.
    if (bits >= 5 || (buffer & (1 << bits) - 1) != 0) {
      throw malformed("the last base32 digit does not fill whole octets");
    }
    return octets;
  }

  private String joinToEnd() throws TextFormatException {
    StringBuilder joined = new StringBuilder(token());
    while (hasNext()) {
      joined.append(token());
    }
    return joined.toString();
  }

  /**
   * Returns, for the caller to throw, the exception that says what was expected of the field read
   * last.
   */
  public TextFormatException malformed(String expectation) {
    if (next == 0) {
      return new TextFormatException(expectation, line, 1);
    }
    Token last = tokens.get(next - 1);
    return new TextFormatException(expectation, last.line(), last.column());
  }
}
