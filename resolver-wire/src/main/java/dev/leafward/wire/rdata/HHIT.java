// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * What registers a hierarchical host identity tag, as drones have it.
 *
 * <p>RFC 9886 section 5.1: an array in CBOR (RFC 8949), in base64 as text.
 *
 * @param cbor at least one octet, not looked into
 */
public record HHIT(Octets cbor) implements RData {
  /** Checks the ranges. */
  public HHIT {
    Fields.checkNotEmpty("CBOR", cbor);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static HHIT read(WireReader in) throws WireFormatException {
    return new HHIT(Fields.rest(in, "CBOR"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static HHIT parse(TextReader in) throws TextFormatException {
    return new HHIT(Fields.base64Rest(in, "CBOR"));
  }

  @Override
  public RRType type() {
    return RRType.HHIT;
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
