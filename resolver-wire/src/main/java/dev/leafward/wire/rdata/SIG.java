// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * The signature of a message by SIG(0), of the days before {@link RRSIG} also of an RRset.
 *
 * <p>RFC 2535 section 4, RFC 2931. The shape is that of RRSIG; the type covered is 0 in SIG(0). The
 * name is never compressed by us, but accepted if it comes so (RFC 3597 section 4).
 *
 * @param fields the fields, as RRSIG has them
 */
public record SIG(RRSIG fields) implements RData {
  /** Checks that there are fields. */
  public SIG {
    Objects.requireNonNull(fields, "fields");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SIG read(WireReader in) throws WireFormatException {
    return new SIG(RRSIG.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SIG parse(TextReader in) throws TextFormatException {
    return new SIG(RRSIG.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.SIG;
  }

  @Override
  public void write(WireWriter out) {
    fields.write(out);
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
