// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A 48-bit link-layer address.
 *
 * <p>RFC 7043 section 3: six octets.
 *
 * @param address six octets
 */
public record EUI48(Octets address) implements RData {
  /** Checks the length. */
  public EUI48 {
    EuiAddress.check(6, address);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static EUI48 read(WireReader in) throws WireFormatException {
    return new EUI48(EuiAddress.read(6, in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static EUI48 parse(TextReader in) throws TextFormatException {
    return new EUI48(EuiAddress.parse(6, in));
  }

  @Override
  public RRType type() {
    return RRType.EUI48;
  }

  @Override
  public void write(WireWriter out) {
    address.write(out);
  }

  @Override
  public String toString() {
    return EuiAddress.format(address);
  }
}
