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
 * How mail addresses of the Internet and of X.400 correspond.
 *
 * <p>RFC 2163 section 4. The names are never compressed by us, but accepted if they come so (RFC
 * 3597 section 4).
 *
 * <pre>{@code
 * +------------+--------+---------+
 * | PREFERENCE | MAP822 | MAPX400 |
 * | u16        | name   | name    |
 * +------------+--------+---------+
 * }</pre>
 *
 * @param preference 0..65535, lower is tried first
 * @param map822 the domain of RFC 822 addresses
 * @param mapX400 the X.400 address, written as a domain name
 */
public record PX(int preference, DomainName map822, DomainName mapX400) implements RData {
  /** Checks the ranges. */
  public PX {
    Fields.checkU16("preference", preference);
    Objects.requireNonNull(map822, "map822");
    Objects.requireNonNull(mapX400, "mapX400");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static PX read(WireReader in) throws WireFormatException {
    return new PX(in.u16(), in.name(), in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static PX parse(TextReader in) throws TextFormatException {
    return new PX(in.u16(), in.name(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.PX;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(preference);
    out.name(map822);
    out.name(mapX400);
  }

  @Override
  public String toString() {
    return preference + " " + map822 + " " + mapX400;
  }
}
