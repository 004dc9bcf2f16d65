// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * An endpoint identifier of the Nimrod routing architecture.
 *
 * <p>The Nimrod draft (draft-ietf-nimrod-dns) of 1996: octets without further form.
 *
 * @param identifier at least one octet
 */
public record EID(Octets identifier) implements RData {
  /** Checks the length. */
  public EID {
    Fields.checkNotEmpty("identifier", identifier);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static EID read(WireReader in) throws WireFormatException {
    return new EID(Fields.rest(in, "identifier"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static EID parse(TextReader in) throws TextFormatException {
    return new EID(Fields.hexRest(in, "identifier"));
  }

  @Override
  public RRType type() {
    return RRType.EID;
  }

  @Override
  public void write(WireWriter out) {
    identifier.write(out);
  }

  @Override
  public String toString() {
    return identifier.hexBlocks();
  }
}
