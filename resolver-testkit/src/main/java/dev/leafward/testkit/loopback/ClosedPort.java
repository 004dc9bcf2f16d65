// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;

/**
 * A loopback port that nobody listens at and nobody else can take.
 *
 * <p>The datagram socket is connected to itself, so that the system answers others' datagrams with
 * "port unreachable"; the stream socket is bound, but does not listen.
 */
final class ClosedPort implements AutoCloseable {

  private final DatagramChannel udp;
  private final SocketChannel tcp;
  private final InetSocketAddress address;

  ClosedPort() throws IOException {
    udp = DatagramChannel.open().bind(Sockets.anyPort());
    tcp = SocketChannel.open();
    address = Sockets.loopback(Sockets.portOf(udp));
    udp.connect(address);
    tcp.bind(address);
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    try (udp) {
      tcp.close();
    }
  }
}
