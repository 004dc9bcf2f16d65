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
 * The name of the host that has an NSAP address.
 *
 * <p>RFC 1348 (obsolete), the type NSAP-PTR: one domain name, which is not compressed.
 *
 * @param target the name
 */
public record NSAPPTR(DomainName target) implements RData {
  /** Checks that there is a name. */
  public NSAPPTR {
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NSAPPTR read(WireReader in) throws WireFormatException {
    return new NSAPPTR(Fields.uncompressedName(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NSAPPTR parse(TextReader in) throws TextFormatException {
    return new NSAPPTR(in.name());
  }

  @Override
  public RRType type() {
    return RRType.NSAP_PTR;
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
