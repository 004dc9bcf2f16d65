// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A query that reached a mocked server.
 *
 * @param server the "Internet" address that was asked
 * @param protocol over what
 * @param message the query as it was decoded
 */
public record ReceivedQuery(InetSocketAddress server, Protocol protocol, Message message) {

  /** What was asked, if it was exactly one question. */
  public Optional<Question> question() {
    return message.question();
  }

  /** Whether the query had an OPT record. */
  public boolean hasEdns() {
    return message.edns().isPresent();
  }

  /** One line, for instance {@code "UDP 192.0.2.53:53 www.example.com. IN A +edns"}. */
  @Override
  public String toString() {
    String what = question().map(Question::toString).orElse("(not one question)");
    return protocol + " " + ServerAddress.format(server) + " " + what + (hasEdns() ? " +edns" : "");
  }
}
