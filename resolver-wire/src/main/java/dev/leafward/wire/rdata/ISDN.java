// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.List;

/**
 * An address in the integrated services digital network.
 *
 * <p>RFC 1183 section 3.2.
 *
 * <pre>{@code
 * +--------------+----------------+
 * | ISDN-address | sa, if present |
 * | string       | string         |
 * +--------------+----------------+
 * }</pre>
 *
 * <p>Their form (E.164 digits, hexadecimal digits) is not checked. An empty subaddress is not the
 * same as none.
 *
 * @param strings the address, and the subaddress if there is one
 */
public record ISDN(List<CharacterString> strings) implements RData {
  private static final int MAX_STRINGS = 2;

  /** Checks that there are one or two strings. */
  public ISDN {
    strings = CharacterStringList.checked(RRType.ISDN, strings);
    if (strings.size() > MAX_STRINGS) {
      throw new IllegalArgumentException("ISDN data has at most two strings");
    }
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static ISDN read(WireReader in) throws WireFormatException {
    CharacterString address = CharacterString.read(in);
    return new ISDN(
        in.hasRemaining() ? List.of(address, CharacterString.read(in)) : List.of(address));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static ISDN parse(TextReader in) throws TextFormatException {
    CharacterString address = CharacterString.parse(in);
    return new ISDN(in.hasNext() ? List.of(address, CharacterString.parse(in)) : List.of(address));
  }

  @Override
  public RRType type() {
    return RRType.ISDN;
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
