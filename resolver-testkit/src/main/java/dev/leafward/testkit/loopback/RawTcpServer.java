// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP server on 127.0.0.1 that treats each connection as a script says, octet by octet: for what
 * a well-behaved server never does to a stream.
 *
 * <p>Each connection has a thread of its own, and is closed when its script has run. Safe for use
 * by many threads.
 */
public final class RawTcpServer implements AutoCloseable {

  private static final int LENGTH_OCTETS = 2;

  private final ServerSocketChannel listening;
  private final Script script;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  /** What to do with a connection. */
  @FunctionalInterface
  public interface Script {
    /**
     * Runs once for a connection.
     *
     * @throws IOException if the client has left, which is no failure
     */
    void run(Connection connection) throws IOException;
  }

  /** One accepted connection. */
  public static final class Connection {
    private final SocketChannel channel;
    private final DataInputStream in;

    private Connection(SocketChannel channel) throws IOException {
      this.channel = channel;
      this.in = new DataInputStream(channel.socket().getInputStream());
    }

    /**
     * The next message from the client, without its length.
     *
     * @throws java.io.EOFException if it has ended the connection
     */
    public byte[] receive() throws IOException {
      byte[] message = new byte[in.readUnsignedShort()];
      in.readFully(message);
      return message;
    }

    /** Sends a message behind its length. */
    public void send(byte[] message) throws IOException {
      write(
          ByteBuffer.allocate(LENGTH_OCTETS + message.length)
              .putShort((short) message.length)
              .put(message)
              .array());
    }

    /** Sends octets as they are. */
    public void write(byte[] octets) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(octets);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }

    /** Waits until the client ends the connection, whatever it sends until then. */
    public void hang() throws IOException {
      in.skipNBytes(Long.MAX_VALUE);
    }

    /** Ends the connection by RST, as soon as the script has run. */
    public void reset() throws IOException {
      channel.socket().setSoLinger(true, 0);
    }
  }

  /**
   * A server that listens already.
   *
   * @throws UncheckedIOException if the system has no more sockets
   */
  public RawTcpServer(Script script) {
    this.script = script;
    try {
      listening = ServerSocketChannel.open().bind(Sockets.anyPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("leafward-raw-server").start(this::accept);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    try {
      return Sockets.loopback(Sockets.portOf(listening));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many connections it has accepted so far. */
  public int accepted() {
    return accepted.get();
  }

  private void accept() {
    try {
      while (listening.isOpen()) {
        SocketChannel channel = listening.accept();
        open.add(channel);
        accepted.incrementAndGet();
        Thread.ofVirtual().name("leafward-raw-connection").start(() -> serve(channel));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      script.run(new Connection(channel));
    } catch (IOException e) {
      return; // the client has left, or the server was closed: nobody is there to be told
    } finally {
      open.remove(channel);
    }
  }

  /** Ends the listening and all connections. */
  @Override
  public void close() {
    try (listening) {
      for (SocketChannel each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
