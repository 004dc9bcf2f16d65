// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A locator of the Nimrod routing architecture.
 *
 * <p>The Nimrod draft (draft-ietf-nimrod-dns) of 1996: octets without further form.
 *
 * @param locator at least one octet
 */
public record NIMLOC(Octets locator) implements RData {
  /** Checks the length. */
  public NIMLOC {
    Fields.checkNotEmpty("locator", locator);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NIMLOC read(WireReader in) throws WireFormatException {
    return new NIMLOC(Fields.rest(in, "locator"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NIMLOC parse(TextReader in) throws TextFormatException {
    return new NIMLOC(Fields.hexRest(in, "locator"));
  }

  @Override
  public RRType type() {
    return RRType.NIMLOC;
  }

  @Override
  public void write(WireWriter out) {
    locator.write(out);
  }

  @Override
  public String toString() {
    return locator.hexBlocks();
  }
}
