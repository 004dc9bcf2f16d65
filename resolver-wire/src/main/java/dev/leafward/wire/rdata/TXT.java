// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Strings of text, or of any octets.
 *
 * <p>RFC 1035 section 3.3.14: one or more character strings. What their parting means is a matter
 * of their reader: SPF joins them (RFC 7208 section 3.3), others do not.
 *
 * @param strings at least one
 */
public record TXT(List<CharacterString> strings) implements RData {
  /** Checks that there is a string. */
  public TXT {
    strings = CharacterStringList.checked(RRType.TXT, strings);
  }

  /**
   * Returns data of these texts, each a string of its own.
   *
   * @param texts at least one, each of at most 255 octets in UTF-8
   * @return the data
   * @throws IllegalArgumentException if there is none, or one is too long
   */
  public static TXT of(String... texts) {
    return new TXT(Arrays.stream(texts).map(CharacterString::of).toList());
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static TXT read(WireReader in) throws WireFormatException {
    return new TXT(CharacterStringList.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static TXT parse(TextReader in) throws TextFormatException {
    return new TXT(CharacterStringList.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.TXT;
  }

  @Override
  public void write(WireWriter out) {
    CharacterStringList.write(strings, out);
  }

  @Override
  public String toString() {
    return CharacterStringList.format(strings);
  }
}
