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
 * The canonical name of an alias.
 *
 * <p>RFC 1035 section 3.3.1: one domain name, which may be compressed.
 *
 * @param target the name that the owner is an alias of
 */
public record CNAME(DomainName target) implements RData {
  /** Checks that there is a name. */
  public CNAME {
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static CNAME read(WireReader in) throws WireFormatException {
    return new CNAME(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static CNAME parse(TextReader in) throws TextFormatException {
    return new CNAME(in.name());
  }

  @Override
  public RRType type() {
    return RRType.CNAME;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(target);
  }

  @Override
  public String toString() {
    return target.toString();
  }
}
