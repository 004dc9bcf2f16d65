// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.List;

/**
 * How an application's traffic may be told from others'.
 *
 * <p>IANA's registration of 2016 (application visibility and control): the form is that of {@link
 * TXT}.
 *
 * @param strings at least one
 */
public record AVC(List<CharacterString> strings) implements RData {
  /** Checks the ranges. */
  public AVC {
    strings = CharacterStringList.checked(RRType.AVC, strings);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static AVC read(WireReader in) throws WireFormatException {
    return new AVC(CharacterStringList.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static AVC parse(TextReader in) throws TextFormatException {
    return new AVC(CharacterStringList.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.AVC;
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
