// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.spi.SourceAddress;
import dev.leafward.resolver.system.PolicyTable;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * What the rules of RFC 6724 compare of a destination.
 *
 * @param address where to
 * @param source from where; empty if there is no way
 * @param precedence the destination's (section 2.1)
 * @param scope the destination's (section 3.1)
 * @param matchesScope whether the source has the same scope
 * @param matchesLabel whether the source has the same label (section 2.1)
 * @param sharedPrefix how many bits of its network the source has in common with it (section 2.2);
 *     0 for an IPv4 address outside of that network
 */
record Destination(
    InetAddress address,
    Optional<SourceAddress> source,
    int precedence,
    int scope,
    boolean matchesScope,
    boolean matchesLabel,
    int sharedPrefix) {

  Destination(InetAddress address, Optional<SourceAddress> source, PolicyTable policies) {
    this(
        address,
        source,
        policies.precedence(address),
        policies.scope(address),
        source.isPresent() && policies.scope(source.get().address()) == policies.scope(address),
        source.isPresent() && policies.label(source.get().address()) == policies.label(address),
        source.isPresent() ? sharedPrefix(source.get(), address) : 0);
  }

  boolean isIpv6() {
    return address instanceof Inet6Address;
  }

  boolean hasSource() {
    return source.isPresent();
  }

  boolean sourceIs(SourceAddress.Trait trait) {
    return source.isPresent() && source.get().traits().contains(trait);
  }

  private static int sharedPrefix(SourceAddress source, InetAddress destination) {
    byte[] from = source.address().getAddress();
    byte[] to = destination.getAddress();
    if (from.length != to.length) {
      return 0;
    }
    int shared = Math.min(commonBits(from, to), source.prefixLength());
    boolean isOutside = shared < source.prefixLength();
    return destination instanceof Inet6Address || !isOutside ? shared : 0;
  }

  private static int commonBits(byte[] one, byte[] other) {
    int bits = 0;
    for (int i = 0; i < one.length; i++) {
      int difference = (one[i] ^ other[i]) & 0xFF;
      if (difference != 0) {
        return bits + Integer.numberOfLeadingZeros(difference) - (Integer.SIZE - Byte.SIZE);
      }
      bits += Byte.SIZE;
    }
    return bits;
  }
}
