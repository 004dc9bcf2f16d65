// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.Reply;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** Answers the messages that come on one connection, each behind its length (RFC 1035 4.2.2). */
final class TcpConnection {

  private static final int LENGTH_OCTETS = 2;

  private final MockServer server;
  private final SocketChannel channel;
  private final Executor tasks;
  private final ReentrantLock writing = new ReentrantLock();

  TcpConnection(MockServer server, SocketChannel channel, Executor tasks) {
    this.server = server;
    this.channel = channel;
    this.tasks = tasks;
  }

  /** Serves until either side ends the connection. */
  void serve() {
    try {
      DataInputStream in = new DataInputStream(channel.socket().getInputStream());
      while (channel.isOpen()) {
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        for (Reply reply : server.receive(query, Protocol.TCP)) {
          send(reply);
        }
      }
    } catch (IOException e) {
      // The client has left, or the listener was closed: either way nobody is there to be told.
      return;
    }
  }

  private void send(Reply reply) throws IOException {
    byte[] octets = reply.octets().toArray();
    ByteBuffer framed = ByteBuffer.allocate(LENGTH_OCTETS + octets.length);
    framed.putShort((short) octets.length).put(octets).flip();
    if (reply.delay().isZero()) {
      write(framed);
    } else {
      new DelayedSend(reply.delay(), () -> write(framed)).startOn(tasks);
    }
  }

  private void write(ByteBuffer framed) throws IOException {
    writing.lock();
    try {
      while (framed.hasRemaining()) {
        channel.write(framed);
      }
    } finally {
      writing.unlock();
    }
  }
}
