// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.spi.Conversation;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fresh sockets give a forger to guess. */
@Timeout(120)
class SourcePortsTest {

  private static final byte[] QUERY = "query".getBytes(US_ASCII);
  private static final byte[] REPLY = "quick".getBytes(US_ASCII);

  private static final int THREADS = 16;
  private static final int SOCKETS_EACH = 1000;
  private static final int CELLS = 16;
  private static final int FIRST_PORT = 1024;
  private static final int PORTS = 65_536 - FIRST_PORT;

  private final SystemTime time = new SystemTime();
  private final UdpTransport transport = new UdpTransport(time);

  private long soon() {
    return time.nanos() + Duration.ofSeconds(30).toNanos();
  }

  private List<Integer> ports(UdpPeer server) throws IOException {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < SOCKETS_EACH; i++) {
      try (Conversation conversation = transport.open(server.address(), soon())) {
        ports.add(((UdpConversation) conversation).channel().socket().getLocalPort());
      }
    }
    return ports;
  }

  /**
   * Were some threads given ports of their own, a table of threads and parts of the range would
   * show it. The bound is 6 standard deviations: one false alarm in a billion runs.
   */
  @Test
  @DisplayName("A3: every thread draws from the whole range: thread and port are independent")
  void threadAndPortAreIndependent() throws Exception {
    int[][] table = new int[THREADS][CELLS];
    Set<Integer> different = new HashSet<>();
    try (UdpPeer server = UdpPeer.on("127.0.0.1");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<Integer>>> drawn = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        drawn.add(threads.submit(() -> ports(server)));
      }
      for (int i = 0; i < THREADS; i++) {
        for (int port : drawn.get(i).get()) {
          table[i][(port - FIRST_PORT) * CELLS / PORTS]++;
          different.add(port);
        }
      }
    }
    double expected = (double) SOCKETS_EACH / CELLS;
    double chiSquared = 0;
    for (int[] row : table) {
      for (int count : row) {
        chiSquared += (count - expected) * (count - expected) / expected;
      }
    }
    int freedom = THREADS * CELLS - THREADS;
    assertThat(chiSquared).isLessThan(freedom + 6 * Math.sqrt(2.0 * freedom));
    // Of 16,000 drawn from 64,512 about 14,170 differ, give or take some forty.
    assertThat(different).hasSizeBetween(13_900, 14_450);
  }

  @Test
  @DisplayName("A10: a socket hears its server alone, and is gone with its one conversation")
  void aSocketIsConnectedAndUsedOnce() throws IOException {
    try (UdpPeer server = UdpPeer.on("127.0.0.1")) {
      Conversation conversation = transport.open(server.address(), soon());
      conversation.send(QUERY);
      UdpPeer.Received query = server.receive();
      assertThat(((UdpConversation) conversation).channel().getRemoteAddress())
          .isEqualTo(server.address());
      // To anybody else the port looks closed, whether a query is under way or not.
      assertLooksClosed(query.port());
      server.send(REPLY, query);
      assertThat(conversation.receive(soon())).isEqualTo(REPLY);
      conversation.close();
      assertLooksClosed(query.port());
    }
  }

  private static void assertLooksClosed(int port) throws IOException {
    try (DatagramSocket scanner = new DatagramSocket()) {
      scanner.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      scanner.send(new DatagramPacket(QUERY, QUERY.length));
      scanner.setSoTimeout(10_000);
      assertThatThrownBy(() -> scanner.receive(new DatagramPacket(new byte[9], 9)))
          .isInstanceOf(PortUnreachableException.class);
    }
  }

  @Test
  @DisplayName("A10: an ICMP error ends the one attempt whose socket it names")
  void anErrorEndsOneConversation() throws IOException {
    UdpPeer gone = UdpPeer.on("127.0.0.1");
    try (UdpPeer server = UdpPeer.on("127.0.0.1");
        Conversation refused = transport.open(gone.address(), soon());
        Conversation other = transport.open(server.address(), soon())) {
      gone.close();
      refused.send(QUERY);
      other.send(QUERY);
      assertThatThrownBy(() -> refused.receive(soon()))
          .isInstanceOf(PortUnreachableException.class);
      server.send(REPLY, server.receive());
      assertThat(other.receive(soon())).isEqualTo(REPLY);
    }
  }

  @Test
  @DisplayName("F12: a late reply reaches the conversation that asked, and no later one")
  void aLateReplyReachesItsOwnConversation() throws IOException {
    try (PooledUdpTransport pool = new PooledUdpTransport(time, 4);
        UdpPeer server = UdpPeer.on("127.0.0.1")) {
      for (var each : List.of(transport, pool)) {
        Conversation first = each.open(server.address(), soon());
        first.send(QUERY);
        UdpPeer.Received early = server.receive();
        try (Conversation retry = each.open(server.address(), soon())) {
          retry.send(QUERY);
          UdpPeer.Received late = server.receive();
          assertThat(late.port()).isNotEqualTo(early.port());
          server.send(REPLY, early);
          server.send(REPLY, early);
          assertThat(first.receive(soon())).isEqualTo(REPLY);
          first.close();
          server.send(REPLY, early);
          assertThatThrownBy(() -> retry.receive(time.nanos() + 40_000_000))
              .isInstanceOf(SocketTimeoutException.class);
          server.send(REPLY, late);
          assertThat(retry.receive(soon())).isEqualTo(REPLY);
        }
      }
    }
  }
}
