// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.io.IpText;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that begin with the same bits, as CIDR notation names them (RFC 4632). An IPv4
 * block has no IPv6 addresses in it, IPv4-mapped ones included, and the other way round.
 */
public final class AddressBlock implements Predicate<InetAddress> {

  private final byte[] prefix;
  private final int bits;

  private AddressBlock(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * Reads a block.
   *
   * @param cidr such as {@code 10.0.0.0/8} or {@code fd00::/8}; a single address stands for itself
   * @throws IllegalArgumentException if it is none
   */
  public static AddressBlock parse(String cidr) {
    int slash = cidr.indexOf('/');
    String address = slash < 0 ? cidr : cidr.substring(0, slash);
    byte[] octets = address.contains(":") ? IpText.parseV6(address) : IpText.parseV4(address);
    int all = octets.length * Byte.SIZE;
    int bits = slash < 0 ? all : length(cidr.substring(slash + 1));
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException("no block of addresses: " + cidr);
    }
    return new AddressBlock(octets, bits);
  }

  private static int length(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no prefix length: " + digits, e);
    }
  }

  /** Whether an address is in the block. */
  @Override
  public boolean test(InetAddress address) {
    return contains(address.getAddress());
  }

  /** Whether an address, as its four or sixteen octets, is in the block. */
  public boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
      return false;
    }
    int rest = Byte.SIZE - bits % Byte.SIZE;
    return rest == Byte.SIZE || (address[whole] & 0xFF) >> rest == (prefix[whole] & 0xFF) >> rest;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof AddressBlock other
        && bits == other.bits
        && Arrays.equals(prefix, other.prefix);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(prefix) + bits;
  }

  /** The block in CIDR notation. */
  @Override
  public String toString() {
    return IpText.format(prefix) + "/" + bits;
  }
}
