// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that reads the sockets of a pool: it carries each datagram to the conversation
 * with its sender, and tells of those that no conversation waits for.
 *
 * <p>It also closes the sockets that are finished, since only a selector that comes round lets go
 * of them. It never waits for anything but the selector.
 */
final class DatagramLoop implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatagramLoop.class);

  /** So many datagrams of one socket are read before the others have their turn. */
  private static final int DATAGRAMS_IN_A_ROW = 16;

  /** So long at most a finished socket stays open where nothing else happens. */
  private static final Duration TURN = Duration.ofMillis(500);

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

  private final Selector selector;
  private final Suspects suspects;
  private final Runnable everyTurn;
  private final Queue<PooledSocket> finished = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(UdpConversation.RECEIVE_OCTETS);
  private final Thread thread =
      Thread.ofPlatform().name("leafward-udp").daemon(true).unstarted(this);
  private volatile boolean closed;

  private DatagramLoop(Selector selector, Suspects suspects, Runnable everyTurn) {
    this.selector = selector;
    this.suspects = suspects;
    this.everyTurn = everyTurn;
  }

  /**
   * Starts a loop.
   *
   * @param everyTurn is run by its thread, now and then
   */
  static DatagramLoop start(Selector selector, Suspects suspects, Runnable everyTurn) {
    DatagramLoop loop = new DatagramLoop(selector, suspects, everyTurn);
    loop.thread.start();
    return loop;
  }

  /**
   * Begins to read a socket. Its channel does not block.
   *
   * @throws ClosedChannelException if the loop has ended; the socket is closed then
   */
  void add(PooledSocket socket) throws ClosedChannelException {
    try {
      socket.channel().register(selector, SelectionKey.OP_READ, socket);
    } catch (ClosedSelectorException e) {
      closed = true;
    }
    if (closed) {
      socket.fail(ClosedChannelException::new);
      throw new ClosedChannelException();
    }
    selector.wakeup();
  }

  /** Closes a socket over which no conversation is held any more, soon. */
  void remove(PooledSocket socket) {
    finished.add(socket);
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        if (selector.keys().isEmpty()) {
          selector.select(this::read);
        } else {
          selector.select(this::read, TURN.toMillis());
        }
        closeFinished();
        everyTurn.run();
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("reading datagrams failed", e);
    } finally {
      closeAll();
    }
  }

  private void read(SelectionKey key) {
    PooledSocket socket = (PooledSocket) key.attachment();
    try {
      for (int i = 0; i < DATAGRAMS_IN_A_ROW; i++) {
        SocketAddress sender = socket.channel().receive(buffer.clear());
        if (sender == null) {
          return;
        }
        byte[] octets = new byte[buffer.flip().remaining()];
        buffer.get(octets);
        if (!socket.deliver(octets, sender)) {
          suspects.add(((InetSocketAddress) sender).getAddress());
        }
      }
    } catch (IOException e) {
      // Closed meanwhile; or some systems' way to say that an earlier datagram was refused, though
      // not which. Either way the conversation, if there is one, has its deadline.
      LOG.debug("reading a datagram failed", e);
    }
  }

  private void closeFinished() {
    for (PooledSocket next = finished.poll(); next != null; next = finished.poll()) {
      Sockets.close(next.channel());
    }
  }

  private void closeAll() {
    closed = true;
    for (SelectionKey key : selector.keys()) {
      ((PooledSocket) key.attachment()).fail(ClosedChannelException::new);
    }
    try {
      selector.close();
    } catch (IOException e) {
      LOG.debug("closing a selector failed", e);
    }
  }

  /** Ends the thread and all conversations, and closes all sockets. Returns when that is done. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      if (!thread.join(PATIENCE_AT_CLOSE)) {
        LOG.error("the thread {} does not end", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
