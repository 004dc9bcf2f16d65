// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.StaleConnectionException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One conversation over TCP at a time. */
@Timeout(60)
class TcpTransportTest {

  private static final byte[] QUERY = "query".getBytes(US_ASCII);
  private static final byte[] REPLY = "quick".getBytes(US_ASCII);

  private final SystemTime time = new SystemTime();
  private final TcpTransport transport = new TcpTransport(time, ResolverLimits.DEFAULT);

  @AfterEach
  void close() {
    transport.close();
  }

  private long in(Duration duration) {
    return time.nanos() + duration.toNanos();
  }

  private long soon() {
    return in(Duration.ofSeconds(9));
  }

  private long shortly() {
    return in(Duration.ofMillis(40));
  }

  private Conversation ask(TcpPeer server) throws IOException {
    Conversation conversation = transport.open(server.address(), soon());
    conversation.send(QUERY);
    return conversation;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void framesMessagesByTheirLength(String address) throws IOException {
    byte[] longest = Arrays.copyOf(QUERY, 65_535);
    longest[65_534] = 7;
    try (TcpPeer server = TcpPeer.on(address);
        Conversation conversation = ask(server);
        TcpPeer.Connection peer = server.accept()) {
      assertThat(peer.receive()).isEqualTo(QUERY);
      Thread unused = Thread.startVirtualThread(() -> send(peer, longest));
      assertThat(conversation.receive(soon())).isEqualTo(longest);
      peer.send(new byte[0]);
      peer.send(REPLY);
      assertThat(conversation.receive(soon())).isEqualTo(REPLY);
    }
    assertThat(transport.protocol()).isEqualTo(Protocol.TCP);
  }

  private static void send(TcpPeer.Connection peer, byte[] message) {
    try {
      peer.send(message);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void putsTogetherAMessageThatComesOctetByOctet() throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        Conversation conversation = ask(server);
        TcpPeer.Connection peer = server.accept()) {
      for (byte octet : TcpPeer.framed(REPLY)) {
        peer.write(new byte[] {octet});
      }
      assertThat(conversation.receive(soon())).isEqualTo(REPLY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  @DisplayName("F6: a connection that ends before or amid the answer is an end of stream")
  void saysThatTheServerEndedTheConnection(int octets) throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        Conversation conversation = ask(server)) {
      try (TcpPeer.Connection peer = server.accept()) {
        peer.receive();
        peer.write(Arrays.copyOf(TcpPeer.framed(REPLY), octets));
      }
      assertThatThrownBy(() -> conversation.receive(soon()))
          .isInstanceOf(EOFException.class)
          .isNotInstanceOf(StaleConnectionException.class);
    }
  }

  @Test
  @DisplayName("F4: a reset connection is an end of stream")
  void saysThatTheServerResetTheConnection() throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        Conversation conversation = ask(server)) {
      TcpPeer.Connection peer = server.accept();
      peer.receive();
      peer.reset();
      assertThatThrownBy(() -> conversation.receive(soon())).isInstanceOf(EOFException.class);
    }
  }

  @Test
  @DisplayName("F4: a refused connection says so, and leaves no socket behind")
  void saysThatTheServerRefusesTheConnection() throws IOException {
    InetSocketAddress closed;
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      closed = server.address();
    }
    long sockets = OpenFiles.sockets();
    assertThatThrownBy(() -> transport.open(closed, soon())).isInstanceOf(ConnectException.class);
    OpenFiles.awaitSockets(sockets);
  }

  @Test
  void saysThatThereIsNoRoute() {
    InetSocketAddress broadcast =
        new InetSocketAddress(InetAddresses.forString("255.255.255.255"), 53);
    assertThatThrownBy(() -> transport.open(broadcast, soon()))
        .isInstanceOf(NoRouteToHostException.class)
        .hasMessageContaining("255.255.255.255");
  }

  @Test
  void doesNotConnectAfterTheDeadline() throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      assertThatThrownBy(() -> transport.open(server.address(), time.nanos() - 1))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  @DisplayName("F4: a server that accepts and hangs costs the deadline, and no socket after it")
  void givesUpAtTheDeadlineOfASilentServer() throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      long sockets = OpenFiles.sockets();
      try (Conversation conversation = ask(server)) {
        long deadline = shortly();
        assertThatThrownBy(() -> conversation.receive(deadline))
            .isInstanceOf(SocketTimeoutException.class);
        assertThat(time.nanos() - deadline).isNotNegative();
      }
      // What is left is the server's side, which waits to be accepted in the system's queue.
      OpenFiles.awaitSockets(sockets);
    }
  }

  @Test
  @DisplayName("F5: the deadline holds for all octets together, and a length takes no memory")
  void endsWithinTheDeadlineWhenFewerOctetsComeThanWerePromised() throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        Conversation conversation = ask(server);
        TcpPeer.Connection peer = server.accept()) {
      peer.receive();
      peer.write(new byte[] {(byte) 0xFF, (byte) 0xFF});
      long deadline = in(Duration.ofMillis(100));
      Thread unused = Thread.startVirtualThread(() -> trickle(peer));
      assertThatThrownBy(() -> conversation.receive(deadline))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** A thousand octets, one after another, as long as anybody listens. */
  private static void trickle(TcpPeer.Connection peer) {
    try {
      for (int i = 0; i < 1000; i++) {
        peer.write(new byte[1]);
      }
    } catch (IOException e) {
      return; // hung up on, as it should be
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsItsWaitWhenInterrupted(boolean virtual) throws Exception {
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      Interrupted.check(
          virtual, () -> transport.open(server.address(), soon()), () -> server.accept().receive());
    }
  }

  @Test
  void closesTheConnectionOfAConversationWithoutReply() throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      Conversation conversation = transport.open(server.address(), soon());
      try (TcpPeer.Connection peer = server.accept()) {
        conversation.close();
        conversation.close();
        assertThat(peer.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  @DisplayName("I8: closing ends all waits and connections, and nothing opens after it")
  void endsTheWaitOfConversationsWhenItIsClosed() throws Exception {
    long sockets;
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      sockets = OpenFiles.sockets();
      try (Conversation conversation = ask(server);
          TcpPeer.Connection peer = server.accept()) {
        assertThat(peer.receive()).isEqualTo(QUERY);
        Thread closer = Thread.startVirtualThread(transport::close);
        assertThatThrownBy(() -> conversation.receive(soon()))
            .isInstanceOf(ClosedChannelException.class);
        closer.join();
        transport.close();
        assertThat(peer.read()).isEqualTo(-1);
        assertThatThrownBy(() -> transport.open(server.address(), soon()))
            .isInstanceOf(ClosedChannelException.class);
      }
      OpenFiles.awaitSockets(sockets);
    }
  }

  @Test
  void refusesWhatIsNoMessage() throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        Conversation conversation = transport.open(server.address(), soon())) {
      assertThatThrownBy(() -> conversation.send(new byte[65_536]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> conversation.send(new byte[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
