// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.List;

/**
 * By which convergence layers a node of the Bundle Protocol is reached.
 *
 * <p>IANA's registration of 2024 and draft-johnson-dns-ipn-cla-07 section 3.2: the form is that of
 * {@link TXT}, each string an adapter such as {@code TCP-v6-v7}, which is not looked into.
 *
 * @param strings at least one
 */
public record CLA(List<CharacterString> strings) implements RData {
  /** Checks the ranges. */
  public CLA {
    strings = CharacterStringList.checked(RRType.CLA, strings);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static CLA read(WireReader in) throws WireFormatException {
    return new CLA(CharacterStringList.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static CLA parse(TextReader in) throws TextFormatException {
    return new CLA(CharacterStringList.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.CLA;
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
