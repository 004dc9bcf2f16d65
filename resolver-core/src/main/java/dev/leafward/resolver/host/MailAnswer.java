// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import java.util.List;

/** Where mail for a domain goes. That it goes nowhere is an answer as good as any. */
public sealed interface MailAnswer {

  /** The DNS's answer for MX records: how long it stays true, and how it was found. */
  Answer answer();

  /** The hosts that take the mail, in the order in which to try them; empty if there is none. */
  default List<MailServer> servers() {
    return List.of();
  }

  /**
   * The domain has MX records.
   *
   * @param answer the DNS's answer
   * @param servers at least one, in the order in which to try them
   */
  record Exchangers(Answer answer, List<MailServer> servers) implements MailAnswer {
    /** Copies the list. */
    public Exchangers {
      servers = List.copyOf(servers);
    }
  }

  /**
   * The domain has no MX records, and is itself the host that takes its mail, if it has an address
   * (RFC 5321 section 5.1: the implicit MX).
   *
   * @param answer the DNS's answer
   * @param server the domain, aliases followed, with a preference of 0
   */
  record Implicit(Answer answer, MailServer server) implements MailAnswer {
    @Override
    public List<MailServer> servers() {
      return List.of(server);
    }
  }

  /**
   * The domain takes no mail, and says so (RFC 7505: the null MX).
   *
   * @param answer the DNS's answer
   */
  record NoMail(Answer answer) implements MailAnswer {}

  /**
   * There is no such domain.
   *
   * @param answer the DNS's answer
   */
  record NoSuchDomain(Answer answer) implements MailAnswer {}
}
