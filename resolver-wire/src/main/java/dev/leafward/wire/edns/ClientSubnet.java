// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.IpText;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * The network that a question comes from, and the network that its answer is for: ECS.
 *
 * <p>RFC 7871 section 6. The address is cut after the octet in which the source prefix ends, and
 * what is behind the prefix in that octet is zero. A query has a scope of 0.
 *
 * @param family IANA's address family: {@link #IPV4}, {@link #IPV6}, or {@link #NONE} with nothing
 *     in it
 * @param sourcePrefix how many bits of the address count: 0 to 32 or 128
 * @param scopePrefix for how many bits the answer holds: 0 to 32 or 128
 * @param address as many octets as the source prefix needs
 */
public record ClientSubnet(int family, int sourcePrefix, int scopePrefix, Octets address)
    implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 8;

  /** The address family of a subnet without an address. */
  public static final int NONE = 0;

  /** The address family of IPv4. */
  public static final int IPV4 = 1;

  /** The address family of IPv6. */
  public static final int IPV6 = 2;

  /** Checks what RFC 7871 section 6 asks for. */
  public ClientSubnet {
    String problem = problem(family, sourcePrefix, scopePrefix, address);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
  }

  /**
   * Makes the option of a query for a client's network.
   *
   * @param address an address in the network; what is behind the prefix is dropped
   * @param prefix how many bits of it to tell: 0 to 32 or 128; RFC 7871 section 11.1 recommends at
   *     most 24 and 56
   */
  public static ClientSubnet of(InetAddress address, int prefix) {
    byte[] octets = address.getAddress();
    if (prefix < 0 || prefix > octets.length * Byte.SIZE) {
      throw new IllegalArgumentException("a prefix of " + prefix + " bits");
    }
    byte[] cut = Arrays.copyOf(octets, octetsFor(prefix));
    if (prefix % Byte.SIZE != 0) {
      cut[cut.length - 1] &= (byte) (0xFF << (Byte.SIZE - prefix % Byte.SIZE));
    }
    return new ClientSubnet(
        address instanceof Inet4Address ? IPV4 : IPV6, prefix, 0, Octets.of(cut));
  }

  /** Reads the wire form. */
  static ClientSubnet read(WireReader in) throws WireFormatException {
    int family = in.u16();
    int sourcePrefix = in.u8();
    int scopePrefix = in.u8();
    Octets address = OptionFields.rest(in);
    String problem = problem(family, sourcePrefix, scopePrefix, address);
    if (!problem.isEmpty()) {
      throw in.malformed(problem);
    }
    return new ClientSubnet(family, sourcePrefix, scopePrefix, address);
  }

  private static String problem(int family, int source, int scope, Octets address) {
    if (family < NONE || family > IPV6) {
      return "address family " + family;
    }
    int bits = bits(family);
    if (source < 0 || source > bits || scope < 0 || scope > bits) {
      return "prefixes of " + source + " and " + scope + " bits in address family " + family;
    }
    if (address.length() != octetsFor(source)) {
      return address.length() + " octets of address for " + source + " bits";
    }
    int padding = -source & (Byte.SIZE - 1);
    if (padding > 0 && (address.octetAt(address.length() - 1) & ((1 << padding) - 1)) != 0) {
      return "bits behind the source prefix that are not zero";
    }
    return "";
  }

  private static int bits(int family) {
    return switch (family) {
      case IPV4 -> Integer.SIZE;
      case IPV6 -> 128;
      default -> 0;
    };
  }

  private static int octetsFor(int bits) {
    return (bits + Byte.SIZE - 1) / Byte.SIZE;
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(family);
    out.u8(sourcePrefix);
    out.u8(scopePrefix);
    address.write(out);
  }

  /** Returns the like of {@code CLIENT-SUBNET: 192.0.2.0/24/0}. */
  @Override
  public String toString() {
    String text =
        family == NONE
            ? "0"
            : IpText.format(Arrays.copyOf(address.toArray(), bits(family) / Byte.SIZE));
    return "CLIENT-SUBNET: " + text + "/" + sourcePrefix + "/" + scopePrefix;
  }
}
