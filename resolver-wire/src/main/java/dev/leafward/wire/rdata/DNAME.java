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
 * The redirection of everything below the owner to below another name.
 *
 * <p>RFC 6672 section 2.1: one domain name, never compressed by us, but accepted if it comes so.
 *
 * @param target the name that replaces the owner at the end of names below it
 */
public record DNAME(DomainName target) implements RData {
  /** Checks that there is a name. */
  public DNAME {
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static DNAME read(WireReader in) throws WireFormatException {
    return new DNAME(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static DNAME parse(TextReader in) throws TextFormatException {
    return new DNAME(in.name());
  }

  @Override
  public RRType type() {
    return RRType.DNAME;
  }

  @Override
  public void write(WireWriter out) {
    out.name(target);
  }

  @Override
  public String toString() {
    return target.toString();
  }
}
