// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.StaleConnectionException;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Speaks to servers over TCP (RFC 7766): connections are kept for a while and shared.
 *
 * <p>Conversations with one server at the same time share a connection, or the wait for it, as long
 * as it has room; a connection over which the server has answered is kept for some seconds more.
 * What fails only because the server closed such a kept connection fails with a {@link
 * StaleConnectionException}. Nothing is open before the first conversation, and nothing after
 * {@link #close()}, which ends all conversations. Safe for use by many threads; negotiates no
 * keepalive (RFC 7828).
 */
public final class TcpTransport implements Transport, AutoCloseable {

  private final Time time;
  private final TcpSettings settings;
  private final SocketCalls calls;
  private final TcpConnections connections;

  /** Connections with deadlines on this clock, kept within these limits. */
  public TcpTransport(Time time, ResolverLimits limits) {
    this(time, TcpSettings.of(limits), SocketCalls.SYSTEM);
  }

  TcpTransport(Time time, TcpSettings settings, SocketCalls calls) {
    this.time = time;
    this.settings = settings;
    this.calls = calls;
    this.connections = new TcpConnections(settings.idleConnections());
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
   * @throws BindException if this machine has no port left to connect from
   * @throws ClosedChannelException after {@link #close()}
   */
  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    while (true) {
      TcpConnections.Lead lead = connections.lead(server);
      TcpConnection connection = lead.connection();
      if (connection == null && lead.isOwn()) {
        connection = connectForAll(server, deadlineNanos, lead.pending());
      } else if (connection == null) {
        awaitOthers(lead.pending(), deadlineNanos);
      }
      if (connection != null) {
        return new TcpConversation(this, server, deadlineNanos, connection, time);
      }
    }
  }

  @Override
  public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    return new FirstNews(open, deadlineNanos, time).await(calls);
  }

  private TcpConnection connectForAll(
      InetSocketAddress server, long deadlineNanos, CompletableFuture<TcpConnection> pending)
      throws IOException {
    try {
      TcpConnection made = connect(server, deadlineNanos);
      share(server, made);
      connections.settled(server, pending);
      pending.complete(made);
      return made;
    } catch (IOException | RuntimeException | Error e) {
      connections.settled(server, pending);
      pending.completeExceptionally(e);
      throw e;
    }
  }

  /**
   * Waits until somebody else has made a connection, or failed.
   *
   * @throws IOException if that failed by the server's word or the network's, which holds for all;
   *     but another's deadline does not
   */
  private void awaitOthers(CompletableFuture<TcpConnection> pending, long deadlineNanos)
      throws IOException {
    try {
      if (!time.await(pending, deadlineNanos)) {
        throw new SocketTimeoutException("timed out while connecting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while connecting");
    }
    if (pending.isCompletedExceptionally()) {
      switch (pending.exceptionNow()) {
        case NoRouteToHostException e -> throw new NoRouteToHostException(e.getMessage());
        case ConnectException e -> throw new ConnectException(e.getMessage());
        default -> Sockets.remainingMillis(deadlineNanos, time);
      }
    }
  }

  /** Makes a connection that nobody else uses yet. */
  TcpConnection connect(InetSocketAddress server, long deadlineNanos) throws IOException {
    SocketChannel channel = openChannel(server);
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connect(channel, server, Sockets.remainingMillis(deadlineNanos, time));
      TcpConnection made = new TcpConnection(channel, connections, settings, time, calls);
      connections.made(made);
      made.start();
      return made;
    } catch (IOException | RuntimeException | Error e) {
      Sockets.close(channel);
      throw e;
    }
  }

  /** Lets others use a connection, too. */
  void share(InetSocketAddress server, TcpConnection connection) {
    connections.share(server, connection);
  }

  private SocketChannel openChannel(InetSocketAddress server) throws IOException {
    try {
      return calls.openStream(Sockets.family(server));
    } catch (UnsupportedOperationException e) {
      throw Sockets.noRoute(server, e);
    }
  }

  private void connect(SocketChannel channel, InetSocketAddress server, int millis)
      throws IOException {
    try {
      calls.connect(channel, server, millis);
    } catch (ConnectException | NoRouteToHostException e) {
      throw e;
    } catch (BindException e) {
      // Either all ports towards the server are in use, or no address of ours is of its family.
      throw hasRoute(server) ? e : Sockets.noRoute(server, e);
    } catch (SocketException e) {
      // What is neither the server's word nor the network's is this machine's own: it knows no way.
      throw Sockets.noRoute(server, e);
    }
  }

  /** Whether this machine knows a way to the server, which a datagram socket is told unsent. */
  private boolean hasRoute(InetSocketAddress server) throws IOException {
    DatagramChannel probe = calls.openDatagrams(Sockets.family(server));
    try {
      calls.connect(probe, server);
      return true;
    } catch (SocketException e) {
      return false;
    } finally {
      Sockets.close(probe);
    }
  }

  /** Closes all connections, and ends all conversations over them. */
  @Override
  public void close() {
    connections.close();
  }
}
