// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.io.TextTokenizer.LogicalLine;
import dev.leafward.wire.io.TextTokenizer.Token;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one record from its words in presentation format.
 *
 * <p>RFC 1035 section 5.1. Each method takes the next word, or says by {@link TextFormatException}
 * what it expected and at which line and column.
 */
public final class TextReader {
  private static final int MAX_CHARACTER_STRING = 255;
  private static final long MAX_U32 = 0xFFFF_FFFFL;
  private static final long MAX_TTL = 0x7FFF_FFFFL;

  private final List<Token> tokens;
  private final DomainName origin;
  private final Token end;
  private int next;

  /**
   * Reads the words of a logical line from the first on.
   *
   * @param line the words
   * @param origin what relative names are relative to
   */
  public TextReader(LogicalLine line, DomainName origin) {
    this.tokens = List.copyOf(line.tokens());
    this.end = line.end();
    this.origin = origin;
  }

  /**
   * Reads the fields of a text of one logical line.
   *
   * @param rdataText for instance {@code 10 mail.example.}
   * @param origin what relative names are relative to
   * @return a reader of its words; of none if the text is blank
   * @throws TextFormatException if the text has more than one logical line, or a quote or a
   *     parenthesis is left open
   */
  public static TextReader of(String rdataText, DomainName origin) throws TextFormatException {
    return new TextReader(TextTokenizer.singleLine(rdataText), origin);
  }

  /**
   * Tells whether words are left.
   *
   * @return true if so
   */
  public boolean hasNext() {
    return next < tokens.size();
  }

  /**
   * Returns the next word as it stands: without quotes, with its escapes.
   *
   * @return the word
   * @throws TextFormatException if no word is left
   */
  public String token() throws TextFormatException {
    return token("another field");
  }

  /**
   * Returns the next word as it stands: without quotes, with its escapes.
   *
   * @param expectation what the word should be, for the error if there is none
   * @return the word
   * @throws TextFormatException if no word is left
   */
  public String token(String expectation) throws TextFormatException {
    return take(expectation).text();
  }

  /**
   * Returns the next word as it stands, which must not be in quotes.
   *
   * @param expectation what the word should be, for the error if it is none
   * @return the word, with its escapes
   * @throws TextFormatException if no word is left, or it is in quotes
   */
  public String bareToken(String expectation) throws TextFormatException {
    Token word = take(expectation);
    if (word.quoted()) {
      throw malformed(expectation + " without quotes");
    }
    return word.text();
  }

  /**
   * Returns the next word without taking it.
   *
   * @return the word with its escapes, or an empty text at the end
   */
  public String peek() {
    return hasNext() ? tokens.get(next).text() : "";
  }

  /**
   * Takes the next word if it is the given one, bare of quotes.
   *
   * @param word what to look for, with its case
   * @return whether it was taken
   */
  public boolean accept(String word) {
    boolean found = hasNext() && !tokens.get(next).quoted() && peek().equals(word);
    if (found) {
      next++;
    }
    return found;
  }

  /**
   * Checks that all words were used up.
   *
   * @throws TextFormatException if there are more
   */
  public void expectEnd() throws TextFormatException {
    if (hasNext()) {
      next++;
      throw malformed("the end of the record");
    }
  }

  /**
   * Reads a domain name, which is relative to the origin unless it ends in a dot.
   *
   * @return an absolute name
   * @throws TextFormatException if the word is no name
   */
  public DomainName name() throws TextFormatException {
    Token word = take("a domain name");
    try {
      return DomainName.of(word.text(), origin);
    } catch (InvalidNameException e) {
      throw malformed("a domain name", e);
    }
  }

  /**
   * Reads a decimal number.
   *
   * @return 0..255
   * @throws TextFormatException if the word is no number, or one out of range
   */
  public int u8() throws TextFormatException {
    return (int) number(0xFF);
  }

  /**
   * Reads a decimal number.
   *
   * @return 0..65535
   * @throws TextFormatException if the word is no number, or one out of range
   */
  public int u16() throws TextFormatException {
    return (int) number(0xFFFF);
  }

  /**
   * Reads a decimal number.
   *
   * @return 0..4294967295
   * @throws TextFormatException if the word is no number, or one out of range
   */
  public long u32() throws TextFormatException {
    return number(MAX_U32);
  }

  private long number(long max) throws TextFormatException {
    String expectation = "a number in 0.." + max;
    String word = take(expectation).text();
    long value = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      value = value * 10 + (c - '0');
      if (c < '0' || c > '9' || value > max) {
        throw malformed(expectation);
      }
    }
    if (word.isEmpty()) {
      throw malformed(expectation);
    }
    return value;
  }

  /**
   * Reads a time to live: seconds, or numbers with the units {@code w d h m s} as in {@code 1h30m}.
   *
   * @return seconds, 0..2147483647 (RFC 2181 section 8)
   * @throws TextFormatException if the word is no time, or one out of range
   */
  public long ttl() throws TextFormatException {
    return duration("a TTL such as 3600 or 1h, of at most " + MAX_TTL + " seconds", MAX_TTL);
  }

  /**
   * Reads a span of time: seconds, or numbers with the units {@code w d h m s} as in {@code 1h30m}.
   *
   * @return seconds, 0..4294967295
   * @throws TextFormatException if the word is no time, or one out of range
   */
  public long seconds() throws TextFormatException {
    return duration("a time such as 3600 or 1h, of at most " + MAX_U32 + " seconds", MAX_U32);
  }

  private long duration(String expectation, long max) throws TextFormatException {
    String word = take(expectation).text();
    long seconds = Durations.seconds(word);
    if (seconds < 0 || seconds > max) {
      throw malformed(expectation);
    }
    return seconds;
  }

  /**
   * Reads a character string, in quotes or bare, and resolves its escapes.
   *
   * @return at most 255 octets
   * @throws TextFormatException if no word is left, an escape is wrong, or there are more octets
   */
  public byte[] characterString() throws TextFormatException {
    String expectation = "a character string of at most 255 octets";
    byte[] octets = octetString(expectation);
    if (octets.length > MAX_CHARACTER_STRING) {
      throw malformed(expectation);
    }
    return octets;
  }

  /**
   * Reads a word, in quotes or bare, and resolves its escapes.
   *
   * @param expectation what the word should be, for the error
   * @return octets of any number
   * @throws TextFormatException if no word is left, or an escape is wrong
   */
  public byte[] octetString(String expectation) throws TextFormatException {
    Token word = take(expectation);
    try {
      return CharacterStrings.unescape(word.text());
    } catch (IllegalArgumentException e) {
      throw malformed(expectation, e);
    }
  }

  /**
   * Reads one word of hexadecimal digits, in any case.
   *
   * @param expectation what the word should be, for the error
   * @return the octets
   * @throws TextFormatException if the word is something else
   */
  public byte[] hex(String expectation) throws TextFormatException {
    Token word = take(expectation);
    try {
      return HexFormat.of().parseHex(word.text());
    } catch (IllegalArgumentException e) {
      throw malformed(expectation, e);
    }
  }

  /**
   * Reads one word of base64 (RFC 4648 section 4).
   *
   * @param expectation what the word should be, for the error
   * @return the octets
   * @throws TextFormatException if the word is something else
   */
  public byte[] base64(String expectation) throws TextFormatException {
    Token word = take(expectation);
    try {
      return Base64.getDecoder().decode(word.text());
    } catch (IllegalArgumentException e) {
      throw malformed(expectation, e);
    }
  }

  /**
   * Reads all words that are left as one run of hexadecimal digits, in any case.
   *
   * @return the octets; none if no word is left
   * @throws TextFormatException if they are something else
   */
  public byte[] hexToEnd() throws TextFormatException {
    Token first = hasNext() ? tokens.get(next) : end;
    String digits = joinRest();
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw malformedAt(first, "pairs of hexadecimal digits", e);
    }
  }

  /**
   * Reads all words that are left as one run of base64 (RFC 4648 section 4).
   *
   * @return the octets; none if no word is left
   * @throws TextFormatException if they are something else
   */
  public byte[] base64ToEnd() throws TextFormatException {
    Token first = hasNext() ? tokens.get(next) : end;
    String encoded = joinRest();
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw malformedAt(first, "base64", e);
    }
  }

  /**
   * Reads one word of base32 with the extended hexadecimal alphabet, without padding, in any case
   * (RFC 4648 section 7).
   *
   * @return the octets
   * @throws TextFormatException if the word is something else
   */
  public byte[] base32hex() throws TextFormatException {
    String expectation = "base32 with the extended hex alphabet";
    Token word = take(expectation);
    try {
      return Base32Hex.decode(word.text());
    } catch (IllegalArgumentException e) {
      throw malformed(expectation, e);
    }
  }

  private String joinRest() {
    if (next == tokens.size() - 1) {
      return tokens.get(next++).text();
    }
    StringBuilder joined = new StringBuilder();
    while (hasNext()) {
      joined.append(tokens.get(next++).text());
    }
    return joined.toString();
  }

  private Token take(String expectation) throws TextFormatException {
    if (!hasNext()) {
      throw malformedAt(end, expectation, null);
    }
    return tokens.get(next++);
  }

  /**
   * Returns an error at the word that was read last, or where the record begins if none was.
   *
   * @param expectation what the word should have been, for instance "an IPv4 address"
   * @return the exception to throw
   */
  public TextFormatException malformed(String expectation) {
    return malformed(expectation, null);
  }

  private TextFormatException malformed(String expectation, @Nullable Exception cause) {
    Token last = next > 0 ? tokens.get(next - 1) : hasNext() ? tokens.get(0) : end;
    return malformedAt(last, expectation, cause);
  }

  private TextFormatException malformedAt(
      Token token, String expectation, @Nullable Exception cause) {
    String found =
        token.equals(end) ? "the end of the record" : TextFormatException.quoted(token.text());
    String why = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    TextFormatException malformed =
        new TextFormatException(
            "expected " + expectation + ", not " + found + why, token.line(), token.column());
    if (cause != null) {
      malformed.initCause(cause);
    }
    return malformed;
  }
}
