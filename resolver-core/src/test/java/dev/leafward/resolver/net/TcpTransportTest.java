// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TcpTransportTest {

  private static final byte[] QUERY = "query".getBytes(US_ASCII);

  private final SystemTime time = new SystemTime();
  private final TcpTransport transport = new TcpTransport(time);

  private long in(Duration duration) {
    return time.nanos() + duration.toNanos();
  }

  private static ServerSocket serverOn(String address) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(new InetSocketAddress(InetAddresses.forString(address), 0));
      return server;
    } catch (SocketException e) {
      server.close();
      return Assumptions.abort(address + " is not an address of this machine");
    }
  }

  private Conversation open(ServerSocket server) throws IOException {
    return transport.open(
        (InetSocketAddress) server.getLocalSocketAddress(), in(Duration.ofSeconds(9)));
  }

  private static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(2 + message.length)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void framesMessagesByTheirLength(String address) throws IOException {
    byte[] longest = new byte[65_535];
    longest[65_534] = 7;
    try (ServerSocket server = serverOn(address);
        Conversation conversation = open(server);
        Socket peer = server.accept()) {
      conversation.send(QUERY);
      assertThat(peer.getInputStream().readNBytes(7)).isEqualTo(framed(QUERY));
      Thread writer = Thread.ofVirtual().unstarted(() -> write(peer, framed(longest)));
      writer.start();
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).isEqualTo(longest);
      write(peer, framed(new byte[0]));
      write(peer, framed(QUERY));
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).isEmpty();
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).isEqualTo(QUERY);
    }
    assertThat(transport.protocol()).isEqualTo(Protocol.TCP);
  }

  private static void write(Socket socket, byte[] octets) {
    try {
      socket.getOutputStream().write(octets);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void putsTogetherAMessageThatComesOctetByOctet() throws IOException {
    try (ServerSocket server = serverOn("127.0.0.1");
        Conversation conversation = open(server);
        Socket peer = server.accept()) {
      peer.setTcpNoDelay(true);
      for (byte octet : framed(QUERY)) {
        write(peer, new byte[] {octet});
      }
      assertThat(conversation.receive(in(Duration.ofSeconds(9)))).isEqualTo(QUERY);
    }
  }

  @Test
  void saysThatTheServerEndedTheConnection() throws IOException {
    try (ServerSocket server = serverOn("127.0.0.1");
        Conversation conversation = open(server)) {
      try (Socket peer = server.accept()) {
        write(peer, new byte[] {0, 9, 1});
      }
      assertThatThrownBy(() -> conversation.receive(in(Duration.ofSeconds(9))))
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void saysThatTheServerRefusesTheConnection() throws IOException {
    InetSocketAddress closed;
    try (ServerSocket server = serverOn("127.0.0.1")) {
      closed = (InetSocketAddress) server.getLocalSocketAddress();
    }
    assertThatThrownBy(() -> transport.open(closed, in(Duration.ofSeconds(9))))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void saysThatThereIsNoRoute() {
    InetSocketAddress broadcast =
        new InetSocketAddress(InetAddresses.forString("255.255.255.255"), 53);
    assertThatThrownBy(() -> transport.open(broadcast, in(Duration.ofSeconds(9))))
        .isInstanceOf(NoRouteToHostException.class)
        .hasMessageContaining("255.255.255.255");
  }

  @Test
  void doesNotConnectAfterTheDeadline() throws IOException {
    try (ServerSocket server = serverOn("127.0.0.1")) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
      assertThatThrownBy(() -> transport.open(address, time.nanos() - 1))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void givesUpAtTheDeadlineOfASilentServer() throws IOException {
    try (ServerSocket server = serverOn("127.0.0.1");
        Conversation conversation = open(server)) {
      long deadline = in(Duration.ofMillis(40));
      assertThatThrownBy(() -> conversation.receive(deadline))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(time.nanos() - deadline).isNotNegative();
    }
  }

  /** The clock jumps at each look, so that the deadline passes between two reads. */
  @Test
  void holdsOneDeadlineOverAllReadsOfAMessage() throws IOException {
    JumpingTime jumping = new JumpingTime();
    try (ServerSocket server = serverOn("127.0.0.1");
        Conversation conversation =
            new TcpTransport(jumping)
                .open((InetSocketAddress) server.getLocalSocketAddress(), Long.MAX_VALUE / 2);
        Socket peer = server.accept()) {
      write(peer, framed(new byte[60_000]));
      long deadline = jumping.nanos + 3 * JumpingTime.STEP_NANOS;
      assertThatThrownBy(() -> conversation.receive(deadline))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void endsWithinTheDeadlineWhenFewerOctetsComeThanWerePromised() throws IOException {
    try (ServerSocket server = serverOn("127.0.0.1");
        Conversation conversation = open(server);
        Socket peer = server.accept()) {
      write(peer, new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2, 3});
      assertThatThrownBy(() -> conversation.receive(in(Duration.ofMillis(40))))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsItsWaitWhenInterrupted(boolean virtual) throws Exception {
    try (ServerSocket server = serverOn("127.0.0.1")) {
      Interrupted.check(
          virtual, () -> open(server), () -> server.accept().getInputStream().readNBytes(14));
    }
  }

  @Test
  void closesTheConnection() throws IOException {
    try (ServerSocket server = serverOn("127.0.0.1")) {
      Conversation conversation = open(server);
      try (Socket peer = server.accept()) {
        conversation.close();
        conversation.close();
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  /** Time that moves on by the same step whenever somebody looks. */
  private static final class JumpingTime implements Time {
    static final long STEP_NANOS = Duration.ofSeconds(1).toNanos();

    long nanos;

    @Override
    public long nanos() {
      nanos += STEP_NANOS;
      return nanos;
    }

    @Override
    public Instant wallClock() {
      throw new AssertionError("nothing here depends on the time of day");
    }

    @Override
    public boolean await(CompletableFuture<?> event, long deadlineNanos) {
      throw new AssertionError("nothing here waits but for the network");
    }
  }
}
