// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.wire.name.DomainName;
import java.util.List;

/** What to do next to get a reply for a zone. */
public sealed interface Pick {

  /**
   * Ask this server.
   *
   * @param server the server
   * @param insistence how often, should it be silent
   */
  record Ask(Server server, Insistence insistence) implements Pick {}

  /**
   * Look up the addresses of this name server first: no known address is left untried.
   *
   * @param nameServer the name server's name
   */
  record LookUp(DomainName nameServer) implements Pick {}

  /**
   * Nothing is left to try but servers that were silent before, and are not asked again yet.
   *
   * @param servers those
   */
  record Resting(List<Server> servers) implements Pick {

    /** Copies the list. */
    public Resting {
      servers = List.copyOf(servers);
    }
  }

  /** Nothing is left to try. */
  record Exhausted() implements Pick {}
}
