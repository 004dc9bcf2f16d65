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
 * The IPv4 address of a host.
 *
 * <p>RFC 1035 section 3.4.1: four octets.
 *
 * @param address the address
 */
public record A(Inet4Address address) implements RData {
  /** Checks that there is an address. */
  public A {
    Objects.requireNonNull(address, "address");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static A read(WireReader in) throws WireFormatException {
    return new A(Addresses.readV4(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static A parse(TextReader in) throws TextFormatException {
    return new A(Addresses.parseV4(in));
  }

  @Override
  public RRType type() {
    return RRType.A;
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
