// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.resolver.config.AddressBlock;
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

  private static final List<AddressBlock> NEVER_ASKED =
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
          .map(AddressBlock::parse)
          .toList();

  private static final AddressPolicy DEFAULT =
      new AddressPolicy(address -> false, address -> false);

  private final Predicate<InetAddress> exceptions;
  private final Predicate<InetAddress> forbidden;

  private AddressPolicy(Predicate<InetAddress> exceptions, Predicate<InetAddress> forbidden) {
    this.exceptions = exceptions;
    this.forbidden = forbidden;
  }

  /** Asks every address but those that are never asked. */
  public static AddressPolicy standard() {
    return DEFAULT;
  }

  /** This policy, which also lets through what the predicate accepts. */
  public AddressPolicy alsoAllowing(Predicate<InetAddress> allowed) {
    return new AddressPolicy(exceptions.or(allowed), forbidden);
  }

  /** This policy, which never lets through what the predicate accepts, whatever else is allowed. */
  public AddressPolicy alsoForbidding(Predicate<InetAddress> more) {
    return new AddressPolicy(exceptions, forbidden.or(more));
  }

  /** Whether a question may be sent to this address. */
  public boolean mayAsk(InetAddress address) {
    return !forbidden.test(address) && (!isNeverAsked(address) || exceptions.test(address));
  }

  /** Asked of every address of a zone for every query that is sent: a stream would be dear. */
  private static boolean isNeverAsked(InetAddress address) {
    for (AddressBlock block : NEVER_ASKED) {
      if (block.test(address)) {
        return true;
      }
    }
    return false;
  }
}
