// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.resolver.config.SpecialNetworks;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Which addresses may be asked at all: by default those of the public Internet, and no {@link
 * SpecialNetworks}. Whoever has name servers there says so.
 */
public final class AddressPolicy {

  private static final SpecialNetworks[] NEVER_ASKED = SpecialNetworks.values();

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
    return !forbidden.test(address) && (!isSpecial(address) || exceptions.test(address));
  }

  /** Asked of every address of a zone for every query that is sent: a stream would be dear. */
  private static boolean isSpecial(InetAddress address) {
    byte[] octets = address.getAddress();
    for (SpecialNetworks networks : NEVER_ASKED) {
      if (networks.contains(octets)) {
        return true;
      }
    }
    return false;
  }
}
