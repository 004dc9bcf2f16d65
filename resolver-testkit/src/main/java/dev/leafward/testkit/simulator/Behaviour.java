// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What is odd about a server.
 *
 * @param name what to call it in an explanation
 * @param standing what is left of the server's word
 * @param change makes a healthy server behave so
 */
record Behaviour(String name, Standing standing, Consumer<MockServer> change) {

  static Behaviour harmless(String name, Consumer<MockServer> change) {
    return new Behaviour(name, Standing.SOUND, change);
  }

  static Behaviour broken(String name, Consumer<MockServer> change) {
    return new Behaviour(name, Standing.IMPAIRED, change);
  }

  /** A server that replies as this function makes of the query and what an honest one would say. */
  static Behaviour lying(String name, Responder responder) {
    return new Behaviour(name, Standing.LYING, server -> server.responding(responder));
  }

  /** A server that sends one message, made of the query and the honest reply. */
  static Responder saying(BiFunction<Message, Message, Message> change) {
    return (query, occasion) -> one(occasion, change.apply(query, occasion.honestMessage()));
  }

  static List<Reply> one(Occasion occasion, Message message) {
    return List.of(occasion.reply(message));
  }
}
