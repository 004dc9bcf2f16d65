// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.IpText;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The IPv6 address of a host.
 *
 * <p>RFC 3596 section 2.2: sixteen octets. An IPv4-mapped address ({@code ::ffff:192.0.2.1}) stays
 * what it is, although most of the JDK would make an IPv4 address of it.
 *
 * <p>It holds the sixteen octets as two numbers, for the reason that {@link A} has.
 */
public final class AAAA implements RData {
  private final long network;
  private final long host;

  /**
   * Makes the data of an address.
   *
   * @param address the address; its scope, if it has any, is dropped
   */
  public AAAA(Inet6Address address) {
    ByteBuffer octets = ByteBuffer.wrap(address.getAddress());
    this.network = octets.getLong();
    this.host = octets.getLong();
  }

  private AAAA(long network, long host) {
    this.network = network;
    this.host = host;
  }

  /**
   * Returns the address.
   *
   * @return the address, without a host name or a scope
   */
  public Inet6Address address() {
    return Addresses.v6(toArray());
  }

  private byte[] toArray() {
    return ByteBuffer.allocate(Addresses.V6_OCTETS).putLong(network).putLong(host).array();
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static AAAA read(WireReader in) throws WireFormatException {
    return new AAAA(in.u64(), in.u64());
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
    out.u64(network);
    out.u64(host);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AAAA that && network == that.network && host == that.host;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(network) + Long.hashCode(host);
  }

  @Override
  public String toString() {
    return IpText.format(toArray());
  }
}
