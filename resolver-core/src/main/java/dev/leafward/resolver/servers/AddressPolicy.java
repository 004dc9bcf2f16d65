// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.wire.io.IpText;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which addresses may be asked at all.
 *
 * <p>Anybody who runs a zone decides which addresses its delegation names. So the list of addresses
 * that are never asked holds what cannot be a name server on a network, but can be a service of
 * this very machine or of its link (RFC 6890). Private networks (RFC 1918, RFC 4193) are not on it:
 * zones of a local root may well live there.
 */
public final class AddressPolicy {

  private static final List<Block> NEVER_ASKED =
      Stream.of(
              "0.0.0.0/8", // this host (RFC 1122 section 3.2.1.3)
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link local (RFC 3927)
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, and broadcast
              "::/96", // unspecified, loopback, and IPv4-compatible (RFC 4291 section 2.5)
              "::ffff:0:0/96", // IPv4-mapped: an IPv4 address that slips past the rows above
              "fe80::/10", // link local
              "fec0::/10", // site local, deprecated by RFC 3879
              "ff00::/8") // multicast
          .map(Block::parse)
          .toList();

  private static final AddressPolicy DEFAULT = new AddressPolicy(address -> false);

  private final Predicate<InetAddress> exceptions;

  private AddressPolicy(Predicate<InetAddress> exceptions) {
    this.exceptions = exceptions;
  }

  /** Asks every address but those that are never asked. */
  public static AddressPolicy standard() {
    return DEFAULT;
  }

  /** This policy, which also lets through what the predicate accepts. */
  public AddressPolicy alsoAllowing(Predicate<InetAddress> allowed) {
    return new AddressPolicy(exceptions.or(allowed));
  }

  /** Whether a question may be sent to this address. */
  public boolean mayAsk(InetAddress address) {
    byte[] octets = address.getAddress();
    return NEVER_ASKED.stream().noneMatch(block -> block.contains(octets))
        || exceptions.test(address);
  }

  /** The addresses that begin with the same bits, in CIDR notation (RFC 4632). */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and the array never leaves it
  private record Block(byte[] prefix, int bits) {

    static Block parse(String cidr) {
      int slash = cidr.indexOf('/');
      String prefix = cidr.substring(0, slash);
      byte[] octets = prefix.contains(":") ? IpText.parseV6(prefix) : IpText.parseV4(prefix);
      return new Block(octets, Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      int whole = bits / 8;
      for (int i = 0; i < whole; i++) {
        if (address[i] != prefix[i]) {
          return false;
        }
      }
      int rest = 8 - bits % 8;
      return rest == 8 || (address[whole] & 0xFF) >> rest == (prefix[whole] & 0xFF) >> rest;
    }
  }
}
