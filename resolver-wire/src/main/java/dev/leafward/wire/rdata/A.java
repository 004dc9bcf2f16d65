// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.IpText;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 address of a host.
 *
 * <p>RFC 1035 section 3.4.1: four octets.
 *
 * <p>It holds the four octets as a number: messages are full of addresses that nobody asks for, and
 * the JDK's object for one takes five times the space.
 */
public final class A implements RData {
  private final int octets;

  /**
   * Makes the data of an address.
   *
   * @param address the address
   */
  public A(Inet4Address address) {
    this(ByteBuffer.wrap(address.getAddress()).getInt());
  }

  private A(int octets) {
    this.octets = octets;
  }

  /**
   * Returns the address.
   *
   * @return the address, without a host name
   */
  public Inet4Address address() {
    return Addresses.v4(toArray());
  }

  private byte[] toArray() {
    return ByteBuffer.allocate(Addresses.V4_OCTETS).putInt(octets).array();
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static A read(WireReader in) throws WireFormatException {
    return new A((int) in.u32());
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
    out.u32(octets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof A that && octets == that.octets;
  }

  @Override
  public int hashCode() {
    return octets;
  }

  @Override
  public String toString() {
    return IpText.format(toArray());
  }
}
