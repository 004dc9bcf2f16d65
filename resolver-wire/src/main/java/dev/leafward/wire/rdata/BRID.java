// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * What an unmanned aircraft broadcasts to identify itself.
 *
 * <p>RFC 9886 section 5.2: an array in CBOR (RFC 8949), in base64 as text.
 *
 * @param cbor at least one octet, not looked into
 */
public record BRID(Octets cbor) implements RData {
  /** Checks the ranges. */
  public BRID {
    Fields.checkNotEmpty("CBOR", cbor);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static BRID read(WireReader in) throws WireFormatException {
    return new BRID(Fields.rest(in, "CBOR"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static BRID parse(TextReader in) throws TextFormatException {
    return new BRID(Fields.base64Rest(in, "CBOR"));
  }

  @Override
  public RRType type() {
    return RRType.BRID;
  }

  @Override
  public void write(WireWriter out) {
    cbor.write(out);
  }

  @Override
  public String toString() {
    return cbor.base64Blocks();
  }
}
