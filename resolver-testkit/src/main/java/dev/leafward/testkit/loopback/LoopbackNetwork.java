// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives each mocked server a UDP and a TCP socket on one ephemeral port of 127.0.0.1.
 *
 * <p>The sockets are opened when the server is located for the first time. An address where no
 * server stands is located at a port that is held, but closed: it refuses TCP and, as far as the
 * system tells, UDP. So nothing ever leaves the machine. Safe for use by many threads.
 */
public final class LoopbackNetwork implements AutoCloseable {

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(900);

  private final ServerDirectory servers;
  private final ExecutorService tasks =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name("leafward-mock-server-", 0).factory());
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<InetSocketAddress, LoopbackServer> open = new HashMap<>();
  private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();
  private @Nullable ClosedPort nowhere;
  private boolean closed;

  /** A network in which the directory says who stands where. */
  public LoopbackNetwork(ServerDirectory servers) {
    this.servers = servers;
  }

  /**
   * The loopback address to use in place of an "Internet" address, over UDP and TCP alike.
   *
   * @throws IllegalStateException once the network is closed
   * @throws UncheckedIOException if the system has no more sockets
   */
  public InetSocketAddress locate(InetSocketAddress internetAddress) {
    Optional<MockServer> server = servers.find(internetAddress);
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("this network is closed");
      }
      if (server.isEmpty()) {
        return closedPort().address();
      }
      LoopbackServer there = open.get(internetAddress);
      if (there == null) {
        there = LoopbackServer.open(server.get(), tasks, this::failed);
        open.put(internetAddress, there);
      }
      there.heedTcpSwitch();
      return there.address();
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback socket for " + internetAddress, e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Opens a server's sockets at its own "Internet" address, for programs that cannot be told
   * another: which takes a network of the process's own, where that address is the machine's.
   *
   * @throws IllegalStateException once the network is closed, or if the server is open already
   * @throws UncheckedIOException if the address or its port is not this process's to use
   */
  public void openInPlace(MockServer server) {
    lock.lock();
    try {
      if (closed || open.containsKey(server.address())) {
        throw new IllegalStateException("closed, or open already: " + server);
      }
      open.put(server.address(), LoopbackServer.openInPlace(server, tasks, this::failed));
    } catch (IOException e) {
      throw new UncheckedIOException("no socket at the address of " + server, e);
    } finally {
      lock.unlock();
    }
  }

  private ClosedPort closedPort() throws IOException {
    ClosedPort port = nowhere;
    if (port == null) {
      port = new ClosedPort();
      nowhere = port;
    }
    return port;
  }

  private void failed(Throwable failure) {
    firstFailure.compareAndSet(null, failure);
  }

  /**
   * Closes every socket and ends every thread, within a second.
   *
   * @throws IllegalStateException if a server broke down while it answered, with the reason
   */
  @Override
  public void close() {
    closeSockets();
    tasks.shutdownNow();
    try {
      if (!tasks.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        failed(new IllegalStateException("a responder does not end when it is interrupted"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Throwable failure = firstFailure.get();
    if (failure != null) {
      throw new IllegalStateException("a mocked server broke down: " + failure, failure);
    }
  }

  private void closeSockets() {
    lock.lock();
    try {
      closed = true;
      List<AutoCloseable> sockets = new ArrayList<>(open.values());
      if (nowhere != null) {
        sockets.add(nowhere);
      }
      for (AutoCloseable each : sockets) {
        Sockets.close(each, this::failed);
      }
    } finally {
      lock.unlock();
    }
  }
}
