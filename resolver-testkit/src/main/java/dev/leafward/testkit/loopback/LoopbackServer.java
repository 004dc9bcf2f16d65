// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import dev.leafward.testkit.server.MockServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The two listeners of one mocked server, UDP and TCP, on one port. */
final class LoopbackServer implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 50;

  private final MockServer server;
  private final Executor tasks;
  private final TcpOpener tcpOpener;
  private final UdpListener udp;
  private @Nullable TcpListener tcp;

  /** Opens the stream side at the address of the datagram side. */
  @FunctionalInterface
  interface TcpOpener {
    TcpListener open(InetSocketAddress address) throws IOException;
  }

  private LoopbackServer(MockServer server, Executor tasks, TcpOpener tcpOpener, UdpListener udp)
      throws IOException {
    this.server = server;
    this.tasks = tasks;
    this.tcpOpener = tcpOpener;
    this.udp = udp;
    this.tcp = listenToTcp();
    tasks.execute(udp::serve);
  }

  /** Opens both sockets; a port that is free for UDP may be taken for TCP, so it tries some. */
  static LoopbackServer open(MockServer server, Executor tasks, Consumer<Throwable> onFailure)
      throws IOException {
    return open(
        server, tasks, onFailure, address -> new TcpListener(server, address, tasks, onFailure));
  }

  /** The same with another way to open the stream side, so that a test can let it fail. */
  static LoopbackServer open(
      MockServer server, Executor tasks, Consumer<Throwable> onFailure, TcpOpener tcpOpener)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      UdpListener udp = new UdpListener(server, Sockets.anyPort(), tasks, onFailure);
      try {
        return new LoopbackServer(server, tasks, tcpOpener, udp);
      } catch (IOException e) {
        udp.close();
        boolean anotherPortMayDo = e instanceof BindException && attempt < MOST_ATTEMPTS;
        if (!anotherPortMayDo) {
          throw e;
        }
      }
    }
  }

  /** Opens both sockets where the server's own address says. */
  static LoopbackServer openInPlace(
      MockServer server, Executor tasks, Consumer<Throwable> onFailure) throws IOException {
    UdpListener udp = new UdpListener(server, server.address(), tasks, onFailure);
    try {
      return new LoopbackServer(
          server, tasks, address -> new TcpListener(server, address, tasks, onFailure), udp);
    } catch (IOException e) {
      udp.close();
      throw e;
    }
  }

  private TcpListener listenToTcp() throws IOException {
    TcpListener opened = tcpOpener.open(udp.address());
    tasks.execute(opened::serve);
    return opened;
  }

  InetSocketAddress address() {
    return udp.address();
  }

  /** Opens or closes the TCP side as the server now wants it. */
  void heedTcpSwitch() throws IOException {
    TcpListener present = tcp;
    if (present != null && !server.acceptsTcp()) {
      present.close();
      tcp = null;
    } else if (present == null && server.acceptsTcp()) {
      tcp = listenToTcp();
    }
  }

  @Override
  public void close() throws IOException {
    try (udp) {
      if (tcp != null) {
        tcp.close();
      }
    }
  }
}
