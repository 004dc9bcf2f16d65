// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A 64-bit link-layer address.
 *
 * <p>RFC 7043 section 4: eight octets.
 *
 * @param address eight octets
 */
public record EUI64(Octets address) implements RData {
  /** Checks the length. */
  public EUI64 {
    EuiAddress.check(8, address);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static EUI64 read(WireReader in) throws WireFormatException {
    return new EUI64(EuiAddress.read(8, in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static EUI64 parse(TextReader in) throws TextFormatException {
    return new EUI64(EuiAddress.parse(8, in));
  }

  @Override
  public RRType type() {
    return RRType.EUI64;
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
