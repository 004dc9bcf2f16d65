// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class UdpTransportTest {

  private static final byte[] QUERY = "query".getBytes(US_ASCII);
  private static final byte[] REPLY = "reply".getBytes(US_ASCII);

  private final SystemTime time = new SystemTime();
  private final UdpTransport transport = new UdpTransport(time);

  private long in(Duration duration) {
    return time.nanos() + duration.toNanos();
  }

  private static DatagramSocket serverOn(String address) {
    try {
      return new DatagramSocket(new InetSocketAddress(InetAddresses.forString(address), 0));
    } catch (SocketException e) {
      return Assumptions.abort(address + " is not an address of this machine");
    }
  }

  private static InetSocketAddress addressOf(DatagramSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static DatagramPacket receive(DatagramSocket server) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    server.receive(packet);
    return packet;
  }

  private static void send(DatagramSocket server, byte[] octets, DatagramPacket to)
      throws IOException {
    server.send(new DatagramPacket(octets, octets.length, to.getSocketAddress()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void carriesMessagesBothWays(String address) throws IOException {
    try (DatagramSocket server = serverOn(address);
        Conversation conversation = transport.open(addressOf(server), in(Duration.ofSeconds(9)))) {
      conversation.send(QUERY);
      DatagramPacket query = receive(server);
      assertThat(Arrays.copyOf(query.getData(), query.getLength())).isEqualTo(QUERY);
      send(server, new byte[0], query);
      send(server, REPLY, query);
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).isEmpty();
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).isEqualTo(REPLY);
    }
    assertThat(transport.protocol()).isEqualTo(Protocol.UDP);
  }

  @Test
  void hearsNobodyButTheServer() throws IOException {
    try (DatagramSocket server = serverOn("127.0.0.1");
        DatagramSocket stranger = serverOn("127.0.0.1");
        Conversation conversation = transport.open(addressOf(server), in(Duration.ofSeconds(9)))) {
      conversation.send(QUERY);
      DatagramPacket query = receive(server);
      send(stranger, QUERY, query);
      send(server, REPLY, query);
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).isEqualTo(REPLY);
    }
  }

  @Test
  void cutsWhatIsLongerThanAnySizeThatIsAskedFor() throws IOException {
    try (DatagramSocket server = serverOn("127.0.0.1");
        Conversation conversation = transport.open(addressOf(server), in(Duration.ofSeconds(9)))) {
      conversation.send(QUERY);
      send(server, new byte[9000], receive(server));
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).hasSize(4097);
    }
  }

  @Test
  void givesUpAtTheDeadline() throws IOException {
    try (DatagramSocket server = serverOn("127.0.0.1");
        Conversation conversation = transport.open(addressOf(server), in(Duration.ofSeconds(9)))) {
      long deadline = in(Duration.ofMillis(40));
      assertThatThrownBy(() -> conversation.receive(deadline))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(time.nanos() - deadline).isNotNegative();
      assertThatThrownBy(() -> conversation.receive(deadline))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    InetSocketAddress closed;
    try (DatagramSocket server = serverOn("127.0.0.1")) {
      closed = addressOf(server);
    }
    try (Conversation conversation = transport.open(closed, in(Duration.ofSeconds(9)))) {
      conversation.send(QUERY);
      assertThatThrownBy(() -> conversation.receive(in(Duration.ofSeconds(9))))
          .isInstanceOf(PortUnreachableException.class);
    }
  }

  @Test
  void saysThatThereIsNoRoute() {
    // Nobody may connect to the broadcast address without asking for it first.
    InetSocketAddress broadcast =
        new InetSocketAddress(InetAddresses.forString("255.255.255.255"), 53);
    assertThatThrownBy(() -> transport.open(broadcast, in(Duration.ofSeconds(9))))
        .isInstanceOf(NoRouteToHostException.class)
        .hasMessageContaining("255.255.255.255");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsItsWaitWhenInterrupted(boolean virtual) throws Exception {
    try (DatagramSocket server = serverOn("127.0.0.1")) {
      Interrupted.check(
          virtual,
          () -> transport.open(addressOf(server), in(Duration.ofSeconds(9))),
          () -> receive(server));
    }
  }

  @Test
  void drawsPortsFromTheWholeRange() throws IOException {
    Set<Integer> ports = new HashSet<>();
    try (DatagramSocket server = serverOn("127.0.0.1")) {
      for (int i = 0; i < 400; i++) {
        try (Conversation conversation =
            transport.open(addressOf(server), in(Duration.ofSeconds(9)))) {
          conversation.send(QUERY);
          ports.add(receive(server).getPort());
        }
      }
    }
    assertThat(ports).hasSizeGreaterThan(380).allMatch(port -> port >= 1024);
    assertThat(ports.stream().filter(port -> port < 32_768).count()).isBetween(120L, 280L);
    assertThat(ports.stream().filter(port -> port > 61_000).count()).isPositive();
  }

  @Test
  void leavesThePortToTheSystemWhenThoseDrawnAreInUse() throws IOException {
    try (DatagramSocket server = serverOn("0.0.0.0");
        DatagramSocket peer = serverOn("127.0.0.1")) {
      int taken = server.getLocalPort();
      RandomGenerator always =
          new RandomGenerator() {
            @Override
            public long nextLong() {
              return 0;
            }

            @Override
            public int nextInt(int origin, int bound) {
              return taken;
            }
          };
      try (Conversation conversation =
          new UdpTransport(time, always, SocketCalls.SYSTEM)
              .open(addressOf(peer), in(Duration.ofSeconds(9)))) {
        conversation.send(QUERY);
        assertThat(receive(peer).getPort()).isNotEqualTo(taken).isPositive();
      }
    }
  }

  @Test
  void freesThePortOnClosing() throws IOException {
    try (DatagramSocket server = serverOn("127.0.0.1")) {
      Conversation conversation = transport.open(addressOf(server), in(Duration.ofSeconds(9)));
      conversation.send(QUERY);
      int port = receive(server).getPort();
      conversation.close();
      conversation.close();
      try (DatagramSocket again = new DatagramSocket(port)) {
        assertThat(again.getLocalPort()).isEqualTo(port);
      }
    }
  }
}
