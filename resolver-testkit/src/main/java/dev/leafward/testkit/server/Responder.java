// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import dev.leafward.wire.message.Message;
import java.util.List;

/**
 * Decides what a mocked server sends back for a query: the place where hostile servers are played.
 *
 * <p>Must be safe for use by many threads at once where the server stands behind real sockets.
 */
@FunctionalInterface
public interface Responder {

  /** Answers as the zones say. */
  Responder HONEST = (query, occasion) -> List.of(occasion.honest());

  /**
   * What to send, in this order; nothing at all for silence.
   *
   * @param query as it was decoded
   * @param occasion who was asked, over what, and what the honest reply would be
   */
  List<Reply> respond(Message query, Occasion occasion);
}
