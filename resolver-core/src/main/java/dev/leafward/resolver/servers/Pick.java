// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.wire.name.DomainName;

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

  /** Nothing is left to try. */
  record Exhausted() implements Pick {}
}
