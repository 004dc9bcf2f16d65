// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import dev.leafward.testkit.server.MockServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes the connections that come to one port. */
final class TcpListener implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final MockServer server;
  private final Executor tasks;
  private final Consumer<Throwable> onFailure;
  private final ServerSocketChannel channel;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();

  TcpListener(
      MockServer server, InetSocketAddress address, Executor tasks, Consumer<Throwable> onFailure)
      throws IOException {
    this.server = server;
    this.tasks = tasks;
    this.onFailure = onFailure;
    this.channel = ServerSocketChannel.open();
    try {
      channel.bind(address);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Serves until the listener is closed. */
  void serve() {
    try {
      accept();
    } finally {
      ended.countDown();
    }
  }

  private void accept() {
    while (channel.isOpen()) {
      try {
        SocketChannel connection = channel.accept();
        connections.add(connection);
        tasks.execute(() -> serve(connection));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        onFailure.accept(e);
      }
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      new TcpConnection(server, connection, tasks).serve();
    } catch (IOException | RuntimeException | AssertionError e) {
      onFailure.accept(e);
    } finally {
      connections.remove(connection);
    }
  }

  /**
   * Ends the listening and all connections.
   *
   * <p>The port refuses connections only once the accepting thread has let go of the socket: so
   * that is waited for.
   */
  @Override
  public void close() throws IOException {
    channel.close();
    try {
      if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        onFailure.accept(new IllegalStateException("the listener at " + channel + " hangs"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SocketChannel each : connections) {
      Sockets.close(each, onFailure);
    }
  }
}
