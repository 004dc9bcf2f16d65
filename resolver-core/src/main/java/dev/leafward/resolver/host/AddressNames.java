// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalLong;

/**
 * The names of an address. That it has none is an answer as good as any.
 *
 * @param address the address that was looked up
 * @param names its names, the official one first; without final dots, in printable ASCII with any
 *     other octet as {@code \DDD}. Whoever runs the address's reverse zone chose them: that one of
 *     them has this address is for the reader to check
 * @param ttl how many seconds this stays true; empty where no record of the DNS says so, and 0
 *     where the DNS does not say
 * @param isStale whether any of it had expired
 * @param steps where they were looked for
 */
public record AddressNames(
    InetAddress address,
    List<HostName> names,
    OptionalLong ttl,
    boolean isStale,
    List<HostStep> steps) {

  /** Copies the lists. */
  public AddressNames {
    names = List.copyOf(names);
    steps = List.copyOf(steps);
  }

  /**
   * A name of an address, and where it came from.
   *
   * @param name the name, without a final dot
   * @param provenance where it came from
   */
  public record HostName(String name, Provenance provenance) {
    @Override
    public String toString() {
      return name;
    }
  }
}
