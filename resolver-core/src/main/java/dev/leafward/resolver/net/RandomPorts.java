// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * Gives datagram sockets their ports: drawn from the whole range above the system's ports (RFC 5452
 * section 9.2; the system's own range of ephemeral ports is less than half of it).
 */
final class RandomPorts {

  /** The first port that is not a system port (RFC 6335 section 6). */
  private static final int FIRST_PORT = 1024;

  private static final int END_OF_PORTS = 65_536;

  /** So many ports in use in a row mean that most are: then the system's choice must do. */
  private static final int BIND_TRIES = 16;

  private final RandomGenerator random;
  private final SocketCalls calls;

  RandomPorts(RandomGenerator random, SocketCalls calls) {
    this.random = random;
    this.calls = calls;
  }

  /**
   * Binds a socket.
   *
   * @param local the address of this machine with a given port
   * @throws IOException if not even the system finds a port
   */
  void bind(DatagramChannel channel, IntFunction<InetSocketAddress> local) throws IOException {
    for (int i = 0; i < BIND_TRIES; i++) {
      if (bound(channel, local.apply(random.nextInt(FIRST_PORT, END_OF_PORTS)))) {
        return;
      }
    }
    calls.bind(channel, local.apply(0));
  }

  private boolean bound(DatagramChannel channel, InetSocketAddress local) throws IOException {
    try {
      calls.bind(channel, local);
      return true;
    } catch (SocketException e) {
      return false; // in use, or kept back by the system: another port will do
    }
  }
}
