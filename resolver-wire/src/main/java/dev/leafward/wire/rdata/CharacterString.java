// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.CharacterStrings;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A character string of the DNS: at most 255 octets of any value, with value equality.
 *
 * <p>RFC 1035 section 3.3. The octets have no charset; {@link #of(String)} and {@link #text} read
 * them as UTF-8, the only convention in use. Case matters.
 */
public final class CharacterString {
  /** The most octets that fit behind the length octet. */
  public static final int MAX_OCTETS = 255;

  private static final CharacterString EMPTY = new CharacterString(new byte[0]);

  /** Those of one octet: a flood of them would otherwise take many times the message's space. */
  private static final List<CharacterString> SINGLE =
      IntStream.range(0, 256)
          .mapToObj(octet -> new CharacterString(new byte[] {(byte) octet}))
          .toList();

  private final byte[] octets;

  private CharacterString(byte[] octets) {
    if (octets.length > MAX_OCTETS) {
      throw new IllegalArgumentException(
          "a character string has at most 255 octets, not " + octets.length);
    }
    this.octets = octets;
  }

  /**
   * Returns the UTF-8 octets of a text, which is taken as it is: a backslash is a backslash.
   *
   * @param text any text of at most 255 octets in UTF-8
   * @return the character string
   * @throws IllegalArgumentException if the text is too long
   */
  public static CharacterString of(String text) {
    return new CharacterString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns a copy of an array.
   *
   * @param octets at most 255 octets
   * @return the character string
   * @throws IllegalArgumentException if there are more
   */
  public static CharacterString of(byte[] octets) {
    return new CharacterString(octets.clone());
  }

  static CharacterString read(WireReader in) throws WireFormatException {
    int length = in.u8();
    return switch (length) {
      case 0 -> EMPTY;
      case 1 -> SINGLE.get(in.u8());
      default -> new CharacterString(in.octets(length));
    };
  }

  static CharacterString parse(TextReader in) throws TextFormatException {
    return new CharacterString(in.characterString());
  }

  /**
   * Returns a copy of the octets, without the length octet.
   *
   * @return a new array
   */
  public byte[] toArray() {
    return octets.clone();
  }

  /**
   * Returns the number of octets, without the length octet.
   *
   * @return 0..255
   */
  public int length() {
    return octets.length;
  }

  /**
   * Returns the octets read as UTF-8.
   *
   * @return the text; what is no UTF-8 is replaced by U+FFFD
   */
  public String text() {
    return new String(octets, StandardCharsets.UTF_8);
  }

  /**
   * Appends the length octet and the octets to a message.
   *
   * @param out where to write
   */
  public void write(WireWriter out) {
    out.characterString(octets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CharacterString that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /**
   * Returns the presentation form.
   *
   * @return the text in quotes, with escapes (RFC 1035 section 5.1)
   */
  @Override
  public String toString() {
    return CharacterStrings.quote(octets);
  }
}
