// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.Objects;

/**
 * A link in the list of the trust anchors that a zone had.
 *
 * <p>The trust-history draft (draft-wijngaards-dnsop-trust-history); the names are not compressed.
 *
 * <pre>{@code
 * +----------+------+
 * | Previous | Next |
 * | name     | name |
 * +----------+------+
 * }</pre>
 *
 * @param previous the record before; the root at the start
 * @param next the record behind; the root at the end
 */
public record TALINK(DomainName previous, DomainName next) implements RData {
  /** Checks that there are all fields. */
  public TALINK {
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(next, "next");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static TALINK read(WireReader in) throws WireFormatException {
    return new TALINK(Fields.uncompressedName(in), Fields.uncompressedName(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static TALINK parse(TextReader in) throws TextFormatException {
    return new TALINK(in.name(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.TALINK;
  }

  @Override
  public void write(WireWriter out) {
    out.name(previous);
    out.name(next);
  }

  @Override
  public String toString() {
    return previous + " " + next;
  }
}
