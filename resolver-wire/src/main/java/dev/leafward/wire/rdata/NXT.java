// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.Objects;

/**
 * The next name in a zone and the types at this one, of the days before {@link NSEC}.
 *
 * <p>RFC 2535 section 5 (obsolete). The name is never compressed by us, but accepted if it comes so
 * (RFC 3597 section 4).
 *
 * <pre>{@code
 * +------------------+---------------+
 * | next domain name | type bit map  |
 * | name             | 0..16 octets  |
 * +------------------+---------------+
 * }</pre>
 *
 * <p>The bit map has one bit for each of the types 1..127, most significant bit first. Only the
 * shortest form is accepted, and not the one with bit 0 set, whose meaning was never defined.
 *
 * @param next the next name
 * @param types the types at the owner, of numbers 1..127
 */
public record NXT(DomainName next, TypeBitMap types) implements RData {
  private static final int MAX_TYPE = 127;

  /** Checks the range of the types. */
  public NXT {
    Objects.requireNonNull(next, "next");
    for (RRType type : types.types()) {
      if (type.code() < 1 || type.code() > MAX_TYPE) {
        throw new IllegalArgumentException("type " + type + " is outside 1.." + MAX_TYPE);
      }
    }
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NXT read(WireReader in) throws WireFormatException {
    DomainName next = in.name();
    byte[] bits = in.rest();
    if (bits.length > (MAX_TYPE + 1) / Byte.SIZE) {
      throw in.malformed("type bit map of " + bits.length + " octets");
    }
    if (bits.length > 0 && (bits[bits.length - 1] == 0 || bits[0] < 0)) {
      throw in.malformed("type bit map with bit 0 set or a zero octet at its end");
    }
    return new NXT(next, TypeBitMap.ofFirstWindow(bits));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NXT parse(TextReader in) throws TextFormatException {
    DomainName next = in.name();
    TypeBitMap types = TypeBitMap.parse(in);
    try {
      return new NXT(next, types);
    } catch (IllegalArgumentException e) {
      throw in.malformed("types of numbers 1.." + MAX_TYPE);
    }
  }

  @Override
  public RRType type() {
    return RRType.NXT;
  }

  @Override
  public void write(WireWriter out) {
    out.name(next);
    List<RRType> present = types.types();
    if (!present.isEmpty()) {
      byte[] bits = new byte[(present.getLast().code() >> 3) + 1];
      for (RRType type : present) {
        bits[type.code() >> 3] |= (byte) (0x80 >> (type.code() & 7));
      }
      out.octets(bits);
    }
  }

  @Override
  public String toString() {
    return types.isEmpty() ? next.toString() : next + " " + types;
  }
}
