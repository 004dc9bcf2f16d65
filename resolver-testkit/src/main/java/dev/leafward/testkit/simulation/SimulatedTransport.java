// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.ServerAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens conversations across a {@link SimulatedNetwork}, over one protocol. */
final class SimulatedTransport implements Transport {

  private final SimulatedNetwork network;
  private final Protocol protocol;

  SimulatedTransport(SimulatedNetwork network, Protocol protocol) {
    this.network = network;
    this.protocol = protocol;
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    MockServer target = network.serverAt(server);
    if (protocol == Protocol.TCP) {
      connect(server, target, deadlineNanos);
    }
    return new SimulatedConversation(network, protocol, server, target);
  }

  /**
   * {@inheritDoc} Of two messages that arrive at the same instant, the older conversation's wins.
   */
  @Override
  public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    SimulatedConversation first = null;
    for (Conversation each : open) {
      SimulatedConversation candidate = (SimulatedConversation) each;
      if (first == null || candidate.arrivesBefore(first)) {
        first = candidate;
      }
    }
    if (first == null) {
      throw new IllegalArgumentException("no conversation to wait for");
    }
    first.await(deadlineNanos);
    return first;
  }

  private void connect(InetSocketAddress server, @Nullable MockServer target, long deadlineNanos)
      throws IOException {
    long connected =
        network.time().nanos() + network.onLink(server, link -> link.segment() + link.segment());
    if (target == null || connected - deadlineNanos > 0) {
      network.waitUntil(deadlineNanos);
      throw new SocketTimeoutException("no connection to " + ServerAddress.format(server));
    }
    network.waitUntil(connected);
    if (!target.acceptsTcp()) {
      throw new ConnectException("connection refused by " + ServerAddress.format(server));
    }
  }
}
