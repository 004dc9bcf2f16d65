// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * Speaks to servers over TCP (RFC 7766), a connection for each conversation.
 *
 * <p>Safe for use by many threads; does not reuse connections.
 */
public final class TcpTransport implements Transport {

  private final Time time;

  /** Connections with deadlines on this clock. */
  public TcpTransport(Time time) {
    this.time = time;
  }

  @Override
  public Protocol protocol() {
    return Protocol.TCP;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ConnectException if the server refuses the connection
   * @throws NoRouteToHostException if there is no route to the address, or this machine does not
   *     speak its family at all
   */
  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    SocketChannel channel = openChannel(server);
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connect(channel, server, Sockets.remainingMillis(deadlineNanos, time));
      return new TcpConversation(channel, time);
    } catch (IOException | RuntimeException | Error e) {
      Sockets.close(channel);
      throw e;
    }
  }

  private static SocketChannel openChannel(InetSocketAddress server) throws IOException {
    try {
      return SocketChannel.open(Sockets.family(server));
    } catch (UnsupportedOperationException e) {
      throw Sockets.noRoute(server, e);
    }
  }

  private static void connect(SocketChannel channel, InetSocketAddress server, int millis)
      throws IOException {
    try {
      channel.socket().connect(server, millis);
    } catch (ConnectException | NoRouteToHostException e) {
      throw e;
    } catch (SocketException e) {
      // What is neither the server's word nor the network's is this machine's own: it knows no way.
      throw Sockets.noRoute(server, e);
    }
  }
}
