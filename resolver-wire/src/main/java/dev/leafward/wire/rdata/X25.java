// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * An address in the public switched data network.
 *
 * <p>RFC 1183 section 3.1: one character string, whose form (X.121, all digits) is not checked.
 *
 * @param address the PSDN address
 */
public record X25(CharacterString address) implements RData {
  /** Checks that there is a string. */
  public X25 {
    Objects.requireNonNull(address, "address");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static X25 read(WireReader in) throws WireFormatException {
    return new X25(CharacterString.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static X25 parse(TextReader in) throws TextFormatException {
    return new X25(CharacterString.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.X25;
  }

  @Override
  public void write(WireWriter out) {
    address.write(out);
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
