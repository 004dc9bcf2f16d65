// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted server does with one conversation.
 *
 * @param atOpen what opening it fails with, if it does
 * @param events what then happens, given the query, in order
 */
record Reaction(@Nullable IOException atOpen, List<Function<Message, Event>> events) {

  static final Duration ROUND_TRIP = Duration.ofMillis(20);

  sealed interface Event {
    Duration after();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packet(Duration after, byte[] octets) implements Event {}

  record Trouble(Duration after, IOException error) implements Event {}

  record Interruption(Duration after) implements Event {}

  static Reaction silence() {
    return new Reaction(null, List.of());
  }

  static Reaction refuses(IOException error) {
    return new Reaction(error, List.of());
  }

  static Reaction fails(IOException error) {
    return new Reaction(null, List.of(query -> new Trouble(ROUND_TRIP, error)));
  }

  static Reaction isInterrupted() {
    return new Reaction(null, List.of(query -> new Interruption(ROUND_TRIP)));
  }

  static Reaction replies(Function<Message, Message> reply) {
    return sends(query -> MessageCodec.encode(reply.apply(query)));
  }

  static Reaction repliesAfter(Duration delay, Function<Message, Message> reply) {
    return new Reaction(
        null, List.of(query -> new Packet(delay, MessageCodec.encode(reply.apply(query)))));
  }

  @SafeVarargs
  static Reaction sends(Function<Message, byte[]>... packets) {
    List<Function<Message, Event>> events = new ArrayList<>();
    for (Function<Message, byte[]> packet : packets) {
      events.add(query -> new Packet(ROUND_TRIP, packet.apply(query)));
    }
    return new Reaction(null, events);
  }
}
