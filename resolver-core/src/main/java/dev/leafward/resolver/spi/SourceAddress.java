// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import java.net.InetAddress;
import java.util.Set;

/**
 * An address of this machine that a packet would be sent from, as far as it is known: what RFC 6724
 * section 6 sorts destinations by.
 *
 * @param address the address
 * @param prefixLength how many of its bits are the network's, 0 to 32 or 128; all of them where
 *     that is not known
 * @param traits what else is known of it
 */
public record SourceAddress(InetAddress address, int prefixLength, Set<Trait> traits) {

  /** Checks the length and copies the set. */
  public SourceAddress {
    if (prefixLength < 0 || prefixLength > bits(address)) {
      throw new IllegalArgumentException("no prefix length of " + address + ": " + prefixLength);
    }
    traits = Set.copyOf(traits);
  }

  /** An address of which nothing else is known. */
  public static SourceAddress of(InetAddress address) {
    return new SourceAddress(address, bits(address), Set.of());
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  /** What a source address may be, besides an address. */
  public enum Trait {
    /** Its preferred lifetime is over (RFC 4862 section 5.5.4). */
    DEPRECATED,
    /** A home address of a mobile node (RFC 6275). */
    HOME,
    /** A care-of address of a mobile node (RFC 6275). */
    CARE_OF,
    /** Packets from it go through a tunnel, as with 6to4. */
    TUNNELLED
  }
}
