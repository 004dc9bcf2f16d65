// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.zone.Authority;
import dev.leafward.wire.message.Message;
import java.net.InetSocketAddress;

/**
 * What a {@link Responder} may want to know besides the query.
 *
 * @param server the "Internet" address that was asked
 * @param protocol over what
 * @param query as it was decoded
 * @param authority the honest authority over the server's zones
 */
public record Occasion(
    InetSocketAddress server, Protocol protocol, Message query, Authority authority) {

  /** The honest answer as a message, not yet truncated: to be altered before it is sent. */
  public Message honestMessage() {
    return authority.answer(query);
  }

  /** The honest reply. */
  public Reply honest() {
    return reply(honestMessage());
  }

  /** A reply that carries this message, truncated as an honest server would have to. */
  public Reply reply(Message message) {
    return Reply.of(authority.encode(message, query, protocol));
  }
}
