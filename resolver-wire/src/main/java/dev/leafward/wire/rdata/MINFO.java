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
 * Who is responsible for a mailing list or mailbox.
 *
 * <p>RFC 1035 section 3.3.7 (experimental); both names may be compressed.
 *
 * <pre>{@code
 * +---------+---------+
 * | RMAILBX | EMAILBX |
 * | name    | name    |
 * +---------+---------+
 * }</pre>
 *
 * @param responsible RMAILBX, the mailbox that is responsible; the root if none is
 * @param errors EMAILBX, the mailbox that gets the error messages; the root if none does
 */
public record MINFO(DomainName responsible, DomainName errors) implements RData {
  /** Checks that there are all fields. */
  public MINFO {
    Objects.requireNonNull(responsible, "responsible");
    Objects.requireNonNull(errors, "errors");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static MINFO read(WireReader in) throws WireFormatException {
    return new MINFO(in.name(), in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static MINFO parse(TextReader in) throws TextFormatException {
    return new MINFO(in.name(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.MINFO;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(responsible);
    out.compressibleName(errors);
  }

  @Override
  public String toString() {
    return responsible + " " + errors;
  }
}
