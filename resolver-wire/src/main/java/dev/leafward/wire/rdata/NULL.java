// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * Anything at all.
 *
 * <p>RFC 1035 section 3.3.10 (experimental): up to 65535 octets. Zone files could not hold such
 * data until RFC 3597 gave it a text.
 *
 * @param octets any octets, possibly none
 */
public record NULL(Octets octets) implements RData {
  /** Checks that there is a value. */
  public NULL {
    Objects.requireNonNull(octets, "octets");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NULL read(WireReader in) throws WireFormatException {
    return new NULL(Fields.optionalRest(in));
  }

  /**
   * Refuses any text, since the type has none of its own.
   *
   * @param in the words of the record's data
   * @return nothing
   * @throws TextFormatException always
   */
  public static NULL parse(TextReader in) throws TextFormatException {
    String expectation = "\\# and the data of NULL in hexadecimal";
    in.token(expectation);
    throw in.malformed(expectation);
  }

  @Override
  public RRType type() {
    return RRType.NULL;
  }

  @Override
  public void write(WireWriter out) {
    octets.write(out);
  }

  @Override
  public String toString() {
    return Fields.generic(this);
  }
}
