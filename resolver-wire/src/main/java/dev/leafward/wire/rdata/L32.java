// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.net.Inet4Address;
import java.util.Objects;

/**
 * A 32-bit locator of the identifier-locator network protocol.
 *
 * <p>RFC 6742 section 2.2.
 *
 * <pre>{@code
 * +------------+-----------+
 * | Preference | Locator32 |
 * | u16        | 4 octets  |
 * +------------+-----------+
 * }</pre>
 *
 * @param preference 0..65535, lower is tried first
 * @param locator the network, written as an IPv4 address
 */
public record L32(int preference, Inet4Address locator) implements RData {
  /** Checks the range. */
  public L32 {
    Fields.checkU16("preference", preference);
    Objects.requireNonNull(locator, "locator");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static L32 read(WireReader in) throws WireFormatException {
    return new L32(in.u16(), Addresses.readV4(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static L32 parse(TextReader in) throws TextFormatException {
    return new L32(in.u16(), Addresses.parseV4(in));
  }

  @Override
  public RRType type() {
    return RRType.L32;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(preference);
    Addresses.write(locator, out);
  }

  @Override
  public String toString() {
    return preference + " " + Addresses.format(locator);
  }
}
