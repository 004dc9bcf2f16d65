// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * Sends every datagram back, in a process of its own, until its standard input ends.
 *
 * <p>It prints its port first.
 */
public final class EchoServer {

  private static final int LARGEST_DATAGRAM = 65_535;

  private EchoServer() {}

  /** Serves. There are no arguments. */
  public static void main(String[] arguments) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    System.out.println(((InetSocketAddress) channel.getLocalAddress()).getPort());
    Thread.ofPlatform().daemon().start(() -> serve(channel));
    while (System.in.read() >= 0) {
      // Whoever started this process ends it so.
    }
  }

  private static void serve(DatagramChannel channel) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    try {
      while (true) {
        SocketAddress client = channel.receive(buffer.clear());
        channel.send(buffer.flip(), client);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the echo broke down", e);
    }
  }
}
