// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.ResolutionException;
import java.net.InetAddress;
import java.util.List;

/** What became of the lookup of a host that a record names. */
public sealed interface HostOutcome {

  /** The addresses, in the order in which to try them; empty if none are known. */
  default List<InetAddress> addresses() {
    return List.of();
  }

  /**
   * It was looked up.
   *
   * @param answer what is known of it; that it has no addresses is an answer, too
   */
  record Known(HostAnswer answer) implements HostOutcome {
    @Override
    public List<InetAddress> addresses() {
      return answer.addresses();
    }
  }

  /**
   * It could not be found out.
   *
   * @param failure why
   */
  record Failed(ResolutionException failure) implements HostOutcome {}

  /** It was not looked up, since the bound on lookups had been reached. */
  record LeftOut() implements HostOutcome {}
}
