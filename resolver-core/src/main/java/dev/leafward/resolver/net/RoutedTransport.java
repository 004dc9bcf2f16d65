// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.UnaryOperator;

/** A transport that finds servers elsewhere than at their addresses. */
public final class RoutedTransport implements Transport {

  private final Transport transport;
  private final UnaryOperator<InetSocketAddress> route;

  /**
   * A transport over another.
   *
   * @param route tells for a server's address where it is really found
   */
  public RoutedTransport(Transport transport, UnaryOperator<InetSocketAddress> route) {
    this.transport = transport;
    this.route = route;
  }

  @Override
  public Protocol protocol() {
    return transport.protocol();
  }

  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    return transport.open(route.apply(server), deadlineNanos);
  }

  @Override
  public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    return transport.awaitAny(open, deadlineNanos);
  }
}
