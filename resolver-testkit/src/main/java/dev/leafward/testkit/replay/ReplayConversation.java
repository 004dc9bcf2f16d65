// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a server of the scenario: what comes back, and when, is for the run to say.
 */
final class ReplayConversation implements Conversation {

  private final ReplayNetwork network;
  private final Protocol protocol;
  private final InetAddress server;
  private final Deque<Delivery> inbox = new ArrayDeque<>();
  private CompletableFuture<Void> arrival = new CompletableFuture<>();
  private boolean closed;

  /** Octets, or an error in their place. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Delivery(byte[] octets, @Nullable IOException error) {}

  ReplayConversation(ReplayNetwork network, Protocol protocol, InetSocketAddress server) {
    this.network = network;
    this.protocol = protocol;
    this.server = server.getAddress();
  }

  @Override
  public void send(byte[] octets) throws IOException {
    checkUsable();
    Message message;
    try {
      message = MessageCodec.decode(octets);
    } catch (WireFormatException e) {
      throw new IOException("the resolver sent what is no message: " + e.getMessage(), e);
    }
    network.sent(new OutgoingQuery(this, protocol, server, message));
  }

  @Override
  public byte[] receive(long deadlineNanos) throws IOException {
    checkUsable();
    network.await(arrival, deadlineNanos);
    Delivery next = inbox.poll();
    if (next == null) {
      throw new SocketTimeoutException("nothing came from " + server.getHostAddress());
    }
    if (inbox.isEmpty()) {
      arrival = new CompletableFuture<>();
    }
    if (next.error() != null) {
      throw next.error();
    }
    return next.octets();
  }

  /** Done once there is something to receive. */
  CompletableFuture<Void> arrival() {
    return arrival;
  }

  void deliver(byte[] octets) {
    deliver(new Delivery(octets, null));
  }

  void fail(IOException error) {
    deliver(new Delivery(new byte[0], error));
  }

  private void deliver(Delivery delivery) {
    inbox.add(delivery);
    arrival.complete(null);
  }

  private void checkUsable() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public void close() {
    closed = true;
    network.abandon(this);
  }
}
