// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.List;

/**
 * Which hosts may send mail for a domain, in a type that SPF replaced.
 *
 * <p>RFC 4408 section 3.1.1, obsolete by RFC 7208 section 3.1: one or more character strings, as in
 * {@link SPF}.
 *
 * @param strings at least one
 */
public record SPF(List<CharacterString> strings) implements RData {
  /** Checks that there is a string. */
  public SPF {
    strings = CharacterStringList.checked(RRType.SPF, strings);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SPF read(WireReader in) throws WireFormatException {
    return new SPF(CharacterStringList.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SPF parse(TextReader in) throws TextFormatException {
    return new SPF(CharacterStringList.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.SPF;
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
