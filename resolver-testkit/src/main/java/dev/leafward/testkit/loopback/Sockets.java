// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.NetworkChannel;
import java.util.function.Consumer;

/** What the loopback sockets share: where they are bound, how they are closed. */
final class Sockets {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int EPHEMERAL = 0;

  private Sockets() {}

  static InetSocketAddress loopback(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException("four octets are an address", e);
    }
  }

  static InetSocketAddress anyPort() {
    return loopback(EPHEMERAL);
  }

  static int portOf(NetworkChannel channel) throws IOException {
    if (channel.getLocalAddress() instanceof InetSocketAddress bound) {
      return bound.getPort();
    }
    throw new IOException("not bound to a port: " + channel);
  }

  /**
   * Closes something; the failure is told to whoever wants to know, as there is no other remedy.
   */
  static void close(AutoCloseable socket, Consumer<Throwable> onFailure) {
    try {
      socket.close();
    } catch (Exception e) {
      onFailure.accept(e);
    }
  }
}
