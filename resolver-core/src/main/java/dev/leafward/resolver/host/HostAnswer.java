// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of a host. That it does not exist, or has no address, is an answer as good as any;
 * only "it could not be found out" is a {@link dev.leafward.resolver.answer.ResolutionException}.
 */
public sealed interface HostAnswer {

  /** The text that was looked up. */
  String host();

  /**
   * How many seconds this stays true: the least TTL of the records that say so; empty where no
   * record does, as with a hosts file, and 0 where the DNS does not say.
   */
  OptionalLong ttl();

  /** Whether any of it had expired, and is served because nothing newer could be had in time. */
  boolean isStale();

  /** Where it was looked for, in order, and what was said there. */
  List<HostStep> steps();

  /** The addresses, in the order in which to try them; empty if there are none. */
  default List<InetAddress> addresses() {
    return List.of();
  }

  /**
   * The host has addresses.
   *
   * @param host the text that was looked up
   * @param canonicalName the name that aliases and the search list led to, without a final dot
   * @param entries the addresses, in the order in which to try them; at least one, each once
   * @param ttl how many seconds this stays true; empty where no record of the DNS says so
   * @param isStale whether any of it had expired
   * @param steps where it was looked for
   */
  record Addresses(
      String host,
      String canonicalName,
      List<HostAddress> entries,
      OptionalLong ttl,
      boolean isStale,
      List<HostStep> steps)
      implements HostAnswer {
    /** Copies the lists; there is at least one address. */
    public Addresses {
      entries = List.copyOf(entries);
      steps = List.copyOf(steps);
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("a host with addresses has one");
      }
    }

    @Override
    public List<InetAddress> addresses() {
      return entries.stream().map(HostAddress::address).toList();
    }
  }

  /**
   * The host exists, but has no address of the families that were asked for.
   *
   * @param host the text that was looked up
   * @param ttl how many seconds this stays true; empty where no record of the DNS says so
   * @param isStale whether it had expired
   * @param steps where it was looked for
   */
  record NoAddress(String host, OptionalLong ttl, boolean isStale, List<HostStep> steps)
      implements HostAnswer {
    /** Copies the list. */
    public NoAddress {
      steps = List.copyOf(steps);
    }
  }

  /**
   * There is no such host.
   *
   * @param host the text that was looked up
   * @param ttl how many seconds this stays true; empty where no record of the DNS says so
   * @param isStale whether it had expired
   * @param steps where it was looked for
   */
  record NoSuchHost(String host, OptionalLong ttl, boolean isStale, List<HostStep> steps)
      implements HostAnswer {
    /** Copies the list. */
    public NoSuchHost {
      steps = List.copyOf(steps);
    }
  }
}
