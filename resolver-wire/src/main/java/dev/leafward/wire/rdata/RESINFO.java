// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.List;

/**
 * What a resolver says of itself.
 *
 * <p>RFC 9606 section 5: the form is that of {@link TXT}, each string a key alone or {@code
 * key=value}.
 *
 * @param strings at least one
 */
public record RESINFO(List<CharacterString> strings) implements RData {
  /** Checks the ranges. */
  public RESINFO {
    strings = CharacterStringList.checked(RRType.RESINFO, strings);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static RESINFO read(WireReader in) throws WireFormatException {
    return new RESINFO(CharacterStringList.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static RESINFO parse(TextReader in) throws TextFormatException {
    return new RESINFO(CharacterStringList.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.RESINFO;
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
