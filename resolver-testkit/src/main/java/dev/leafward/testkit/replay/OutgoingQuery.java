// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;

/** A query that the resolver has sent, and the way back to whoever waits for its answer. */
final class OutgoingQuery {

  private final ReplayConversation conversation;
  private final Protocol protocol;
  private final InetAddress server;
  private final Message message;

  OutgoingQuery(
      ReplayConversation conversation, Protocol protocol, InetAddress server, Message message) {
    this.conversation = conversation;
    this.protocol = protocol;
    this.server = server;
    this.message = message;
  }

  Protocol protocol() {
    return protocol;
  }

  InetAddress server() {
    return server;
  }

  Message message() {
    return message;
  }

  Optional<Question> question() {
    return message.question();
  }

  /** Sends octets back. */
  void answer(byte[] octets) {
    conversation.deliver(octets);
  }

  /** Lets the network report an error. */
  void fail(IOException error) {
    conversation.fail(error);
  }

  boolean isOf(ReplayConversation other) {
    return conversation == other;
  }

  /** Whether it puts the same question to the same server. */
  boolean repeats(OutgoingQuery other) {
    return server.equals(other.server) && question().equals(other.question());
  }

  @Override
  public String toString() {
    String asked = question().map(Question::toString).orElse("no question");
    return asked + " to " + InetAddresses.toAddrString(server) + " over " + protocol;
  }
}
