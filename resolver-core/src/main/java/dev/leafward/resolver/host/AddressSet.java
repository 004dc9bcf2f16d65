// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.ResolutionException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a host's addresses at some time.
 *
 * @param host the text that is looked up
 * @param answer the last answer; that the host has no addresses, or does not exist, is one. Empty
 *     as long as it could not be found out at all
 * @param failure why it cannot be found out anew at present; empty if it can
 */
public record AddressSet(
    String host, Optional<HostAnswer> answer, Optional<ResolutionException> failure) {

  /** The addresses, in the order in which to try them; empty if none are known. */
  public List<InetAddress> addresses() {
    return answer.map(HostAnswer::addresses).orElse(List.of());
  }

  /**
   * Whether this may have been overtaken: it could not be found out anew, or what was served had
   * expired.
   */
  public boolean isStale() {
    return failure.isPresent() || answer.map(HostAnswer::isStale).orElse(false);
  }

  /**
   * Whether a reader need not hear of this after the other: the same addresses in whatever order,
   * and as stale.
   */
  boolean saysTheSameAs(AddressSet other) {
    return answer.isPresent() == other.answer.isPresent()
        && isStale() == other.isStale()
        && Set.copyOf(addresses()).equals(Set.copyOf(other.addresses()));
  }
}
