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
 * A server of a distributed file system or name service.
 *
 * <p>RFC 1183 section 1, RFC 5864. The name is never compressed by us, but accepted if it comes so
 * (RFC 3597 section 4).
 *
 * <pre>{@code
 * +---------+------+
 * | Subtype | Host |
 * | u16     | name |
 * +---------+------+
 * }</pre>
 *
 * @param subtype 0..65535; 1 is an AFS cell database server, 2 a DCE name server
 * @param host the server
 */
public record AFSDB(int subtype, DomainName host) implements RData {
  /** Checks the range. */
  public AFSDB {
    Fields.checkU16("subtype", subtype);
    Objects.requireNonNull(host, "host");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static AFSDB read(WireReader in) throws WireFormatException {
    return new AFSDB(in.u16(), in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static AFSDB parse(TextReader in) throws TextFormatException {
    return new AFSDB(in.u16(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.AFSDB;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(subtype);
    out.name(host);
  }

  @Override
  public String toString() {
    return subtype + " " + host;
  }
}
