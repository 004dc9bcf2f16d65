// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.Objects;

/**
 * The lower bits of an IPv6 address, and the name whose A6 records give the upper ones.
 *
 * <p>RFC 2874 section 3, made historic by RFC 6563; the name is not compressed.
 *
 * <pre>{@code
 * +---------------+----------------+----------------------------------+
 * | Prefix length | Address suffix | Prefix name                      |
 * | u8            | 0..16 octets   | name, unless prefix length is 0  |
 * +---------------+----------------+----------------------------------+
 * }</pre>
 *
 * <p>The bits before the suffix in its first octet are ignored on reading and written as zero.
 *
 * @param prefixLength 0..128, how many upper bits the name has to give
 * @param suffix an address whose upper bits are zero
 * @param prefixName the name; the root if the prefix length is 0, where there is none
 */
public record A6(int prefixLength, Inet6Address suffix, DomainName prefixName) implements RData {
  private static final int BITS = Addresses.V6_OCTETS * Byte.SIZE;

  /** Checks the range, and that prefix and suffix fit together. */
  public A6 {
    Objects.requireNonNull(prefixName, "prefixName");
    if (prefixLength < 0 || prefixLength > BITS) {
      throw new IllegalArgumentException("prefix length " + prefixLength + " is outside 0..128");
    }
    if (!suffixOf(suffix.getAddress(), prefixLength).equals(suffix)) {
      throw new IllegalArgumentException("suffix has bits within the prefix");
    }
    if (prefixLength == 0 && !prefixName.isRoot()) {
      throw new IllegalArgumentException("prefix name without a prefix");
    }
  }

  /** The address with zeros for its first bits; changes the octets. */
  private static Inet6Address suffixOf(byte[] octets, int prefixLength) {
    int whole = prefixLength / Byte.SIZE;
    Arrays.fill(octets, 0, whole, (byte) 0);
    if (whole < octets.length) {
      octets[whole] &= (byte) (0xFF >> (prefixLength % Byte.SIZE));
    }
    return Addresses.v6(octets);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static A6 read(WireReader in) throws WireFormatException {
    int prefixLength = in.u8();
    if (prefixLength > BITS) {
      throw in.malformed("prefix length " + prefixLength + " beyond 128");
    }
    byte[] suffix = in.octets(Addresses.V6_OCTETS - prefixLength / Byte.SIZE);
    byte[] address = new byte[Addresses.V6_OCTETS];
    System.arraycopy(suffix, 0, address, address.length - suffix.length, suffix.length);
    DomainName name = prefixLength == 0 ? DomainName.ROOT : Fields.uncompressedName(in);
    return new A6(prefixLength, suffixOf(address, prefixLength), name);
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static A6 parse(TextReader in) throws TextFormatException {
    int prefixLength = in.u8();
    if (prefixLength > BITS) {
      throw in.malformed("a prefix length in 0..128");
    }
    byte[] octets = new byte[Addresses.V6_OCTETS];
    if (prefixLength < BITS) {
      octets = Addresses.parseV6(in).getAddress();
    }
    Inet6Address suffix = Addresses.v6(octets.clone());
    if (!suffixOf(octets, prefixLength).equals(suffix)) {
      throw in.malformed("an address without bits in the prefix");
    }
    return new A6(prefixLength, suffix, prefixLength == 0 ? DomainName.ROOT : in.name());
  }

  @Override
  public RRType type() {
    return RRType.A6;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(prefixLength);
    byte[] octets = suffix.getAddress();
    out.octets(Arrays.copyOfRange(octets, prefixLength / Byte.SIZE, octets.length));
    if (prefixLength > 0) {
      out.name(prefixName);
    }
  }

  @Override
  public String toString() {
    return prefixLength
        + (prefixLength < BITS ? " " + Addresses.format(suffix) : "")
        + (prefixLength > 0 ? " " + prefixName : "");
  }
}
