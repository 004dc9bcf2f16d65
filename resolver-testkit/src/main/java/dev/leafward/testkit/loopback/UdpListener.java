// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.Reply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Answers the datagrams that come to one port. */
final class UdpListener implements AutoCloseable {

  private static final int LARGEST_DATAGRAM = 65_535;

  private final MockServer server;
  private final Executor tasks;
  private final Consumer<Throwable> onFailure;
  private final DatagramChannel channel;
  private final InetSocketAddress address;

  UdpListener(
      MockServer server, InetSocketAddress where, Executor tasks, Consumer<Throwable> onFailure)
      throws IOException {
    this.server = server;
    this.tasks = tasks;
    this.onFailure = onFailure;
    this.channel = DatagramChannel.open();
    try {
      channel.bind(where);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    this.address = new InetSocketAddress(where.getAddress(), Sockets.portOf(channel));
  }

  InetSocketAddress address() {
    return address;
  }

  /** Serves until the listener is closed. */
  void serve() {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
    while (channel.isOpen()) {
      try {
        SocketAddress client = channel.receive(buffer.clear());
        byte[] query = new byte[buffer.flip().remaining()];
        buffer.get(query);
        for (Reply reply : server.receive(query, Protocol.UDP)) {
          send(reply, client);
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException | RuntimeException | AssertionError e) {
        onFailure.accept(e);
      }
    }
  }

  private void send(Reply reply, SocketAddress client) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(reply.octets().toArray());
    if (reply.delay().isZero()) {
      channel.send(octets, client);
    } else {
      new DelayedSend(reply.delay(), () -> channel.send(octets, client)).startOn(tasks);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
