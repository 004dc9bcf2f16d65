// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.net.Inet6Address;
import java.util.Objects;

/**
 * The IPv6 address of a host.
 *
 * <p>RFC 3596 section 2.2: sixteen octets. An IPv4-mapped address ({@code ::ffff:192.0.2.1}) stays
 * what it is, although most of the JDK would make an IPv4 address of it.
 *
 * @param address the address; a scope, if it has any, is neither compared nor written
 */
public record AAAA(Inet6Address address) implements RData {
  /** Checks that there is an address. */
  public AAAA {
    Objects.requireNonNull(address, "address");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static AAAA read(WireReader in) throws WireFormatException {
    return new AAAA(Addresses.readV6(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static AAAA parse(TextReader in) throws TextFormatException {
    return new AAAA(Addresses.parseV6(in));
  }

  @Override
  public RRType type() {
    return RRType.AAAA;
  }

  @Override
  public void write(WireWriter out) {
    Addresses.write(address, out);
  }

  @Override
  public String toString() {
    return Addresses.format(address);
  }
}
