// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.List;

/**
 * Information on the state of a zone, as text.
 *
 * <p>The zone-status draft (draft-reid-dnsext-zs): one or more character strings, as in {@link
 * NINFO}.
 *
 * @param strings at least one
 */
public record NINFO(List<CharacterString> strings) implements RData {
  /** Checks that there is a string. */
  public NINFO {
    strings = CharacterStringList.checked(RRType.NINFO, strings);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NINFO read(WireReader in) throws WireFormatException {
    return new NINFO(CharacterStringList.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NINFO parse(TextReader in) throws TextFormatException {
    return new NINFO(CharacterStringList.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.NINFO;
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
