// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import java.util.List;

/** What a domain says of a service. That it does not have it is an answer as good as any. */
public sealed interface ServiceAnswer {

  /** The DNS's answer: how long it stays true, and how it was found. */
  Answer answer();

  /** Where the service runs, in the order in which to try; empty if it is nowhere. */
  default List<ServiceTarget> targets() {
    return List.of();
  }

  /**
   * The service runs here.
   *
   * @param answer the DNS's answer
   * @param targets at least one, in the order in which to try them
   */
  record Available(Answer answer, List<ServiceTarget> targets) implements ServiceAnswer {
    /** Copies the list. */
    public Available {
      targets = List.copyOf(targets);
    }
  }

  /**
   * The service is decidedly not available at this domain: its target is the root. To look for it
   * in any other way would be wrong.
   *
   * @param answer the DNS's answer
   */
  record NotAvailable(Answer answer) implements ServiceAnswer {}

  /**
   * There are no SRV records. A program that knew the service before there were any may try the
   * domain's own addresses and the usual port.
   *
   * @param answer the DNS's answer
   */
  record NoRecords(Answer answer) implements ServiceAnswer {}
}
