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
  private final Consumer<Throwable> onFailure;
  private final UdpListener udp;
  private final InetSocketAddress address;
  private @Nullable TcpListener tcp;

  LoopbackServer(MockServer server, Executor tasks, Consumer<Throwable> onFailure)
      throws IOException {
    this.server = server;
    this.tasks = tasks;
    this.onFailure = onFailure;
    UdpListener bound = null;
    // A port that is free for UDP may be taken for TCP, by anybody on this machine.
    for (int attempt = 1; bound == null; attempt++) {
      UdpListener candidate = new UdpListener(server, tasks, onFailure);
      try {
        tcp = new TcpListener(server, candidate.address(), tasks, onFailure);
        bound = candidate;
      } catch (BindException e) {
        candidate.close();
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
    udp = bound;
    address = bound.address();
    tasks.execute(udp::serve);
    tasks.execute(tcp::serve);
  }

  InetSocketAddress address() {
    return address;
  }

  /** Opens or closes the TCP side as the server now wants it. */
  void heedTcpSwitch() throws IOException {
    TcpListener present = tcp;
    if (present != null && !server.acceptsTcp()) {
      present.close();
      tcp = null;
    } else if (present == null && server.acceptsTcp()) {
      TcpListener reopened = new TcpListener(server, address, tasks, onFailure);
      tasks.execute(reopened::serve);
      tcp = reopened;
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
