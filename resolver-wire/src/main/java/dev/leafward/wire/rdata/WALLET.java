// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.List;

/**
 * The public address of a wallet.
 *
 * <p>IANA's registration of 2024: the form is that of {@link TXT}, a currency and an address.
 *
 * @param strings at least one
 */
public record WALLET(List<CharacterString> strings) implements RData {
  /** Checks the ranges. */
  public WALLET {
    strings = CharacterStringList.checked(RRType.WALLET, strings);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static WALLET read(WireReader in) throws WireFormatException {
    return new WALLET(CharacterStringList.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static WALLET parse(TextReader in) throws TextFormatException {
    return new WALLET(CharacterStringList.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.WALLET;
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
