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
 * A host that takes mail for the owner.
 *
 * <p>RFC 1035 section 3.3.9; the name may be compressed.
 *
 * <pre>{@code
 * +------------+----------+
 * | PREFERENCE | EXCHANGE |
 * | u16        | name     |
 * +------------+----------+
 * }</pre>
 *
 * @param preference 0..65535, lower is tried first
 * @param exchange the host; the root for "no mail here" (RFC 7505)
 */
public record MX(int preference, DomainName exchange) implements RData {
  /** Checks the range. */
  public MX {
    Fields.checkU16("preference", preference);
    Objects.requireNonNull(exchange, "exchange");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static MX read(WireReader in) throws WireFormatException {
    return new MX(in.u16(), in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static MX parse(TextReader in) throws TextFormatException {
    return new MX(in.u16(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.MX;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(preference);
    out.compressibleName(exchange);
  }

  @Override
  public String toString() {
    return preference + " " + exchange;
  }
}
