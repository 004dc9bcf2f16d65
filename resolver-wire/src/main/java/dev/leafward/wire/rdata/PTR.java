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
 * A pointer to another name, mostly from an address back to a host.
 *
 * <p>RFC 1035 section 3.3.12: one domain name, which may be compressed. Unlike CNAME it makes no
 * alias.
 *
 * @param target the name pointed to
 */
public record PTR(DomainName target) implements RData {
  /** Checks that there is a name. */
  public PTR {
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static PTR read(WireReader in) throws WireFormatException {
    return new PTR(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static PTR parse(TextReader in) throws TextFormatException {
    return new PTR(in.name());
  }

  @Override
  public RRType type() {
    return RRType.PTR;
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
