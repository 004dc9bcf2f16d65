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
 * The proof that no name lies between the owner and another, and no other type at the owner.
 *
 * <p>RFC 4034 section 4. The name is never compressed by us, but accepted if it comes so.
 *
 * <pre>{@code
 * +------------------+----------------+
 * | Next Domain Name | Type Bit Maps  |
 * | name             | TypeBitMap     |
 * +------------------+----------------+
 * }</pre>
 *
 * @param next the next name of the zone in canonical order; from the last one, the apex
 * @param types the types that exist at the owner
 */
public record NSEC(DomainName next, TypeBitMap types) implements RData {
  /** Checks that both are there. */
  public NSEC {
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(types, "types");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NSEC read(WireReader in) throws WireFormatException {
    return new NSEC(in.name(), TypeBitMap.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NSEC parse(TextReader in) throws TextFormatException {
    return new NSEC(in.name(), TypeBitMap.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.NSEC;
  }

  @Override
  public void write(WireWriter out) {
    out.name(next);
    types.write(out);
  }

  @Override
  public String toString() {
    return types.isEmpty() ? next.toString() : next + " " + types;
  }
}
