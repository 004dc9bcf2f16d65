// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.server.Responder;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.rdata.RRType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real sockets, asked by plain ones of the JDK. */
@Timeout(20)
class LoopbackInternetTest {

  private static final int PATIENCE_MILLIS = 10_000;

  private final LoopbackInternet internet = LittleWorld.addTo(MockInternet.onLoopback());

  @AfterEach
  void close() {
    internet.close();
  }

  @Test
  void answersOverUdp() throws Exception {
    Message reply = overUdp(LittleWorld.ZONE_SERVER, "www.example.com.", RRType.A);

    assertThat(reply.id()).isEqualTo(99);
    assertThat(reply.header().isAuthoritative()).isTrue();
    assertThat(reply.answers()).hasSize(1);
  }

  @Test
  void truncatesOverUdpAndSendsAllOverTcp() throws Exception {
    Message overUdp = overUdp(LittleWorld.ZONE_SERVER, "many.example.com.", RRType.TXT);
    Message overTcp =
        overTcp(LittleWorld.ZONE_SERVER, LittleWorld.query("many.example.com.", RRType.TXT))
            .getFirst();

    assertThat(overUdp.header().isTruncated()).isTrue();
    assertThat(overUdp.answers()).isEmpty();
    assertThat(overTcp.header().isTruncated()).isFalse();
    assertThat(overTcp.answers()).hasSize(60);
    assertThat(internet.queries().stream().map(Object::toString))
        .containsExactly(
            "UDP 192.0.2.53:53 many.example.com. IN TXT",
            "TCP 192.0.2.53:53 many.example.com. IN TXT");
  }

  @Test
  void answersSeveralQueriesOnOneConnection() throws Exception {
    List<Message> replies =
        overTcp(
            LittleWorld.ZONE_SERVER,
            LittleWorld.query("www.example.com.", RRType.A),
            LittleWorld.query("nosuch.example.com.", RRType.A));

    assertThat(replies).hasSize(2);
    assertThat(replies.get(0).answers()).hasSize(1);
    assertThat(replies.get(1).rcode().toString()).isEqualTo("NXDOMAIN");
  }

  @Test
  void standsForIpv6AddressesToo() throws Exception {
    Message reply = overUdp(LittleWorld.SECOND_ZONE_SERVER, "www.example.com.", RRType.A);

    assertThat(reply.answers()).hasSize(1);
    assertThat(internet.queriesTo(LittleWorld.SECOND_ZONE_SERVER)).hasSize(1);
    assertThat(internet.queriesTo(LittleWorld.ZONE_SERVER)).isEmpty();
  }

  @Test
  void everyServerHasAPortOfItsOwnOnLoopback() {
    Set<InetSocketAddress> places = new HashSet<>();
    internet.servers().forEach(server -> places.add(internet.locate(server.address())));

    assertThat(places)
        .hasSameSizeAs(internet.servers())
        .allMatch(place -> place.getAddress().isLoopbackAddress());
    assertThat(places).contains(locate(LittleWorld.ROOT_SERVER));
  }

  @Test
  void nobodyListensWhereNoServerStands() throws Exception {
    InetSocketAddress nowhere = locate("203.0.113.1");

    assertThat(nowhere.getAddress().isLoopbackAddress()).isTrue();
    assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(nowhere));
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(nowhere);
      socket.send(new DatagramPacket(new byte[12], 12));
      assertThatExceptionOfType(PortUnreachableException.class)
          .isThrownBy(() -> socket.receive(new DatagramPacket(new byte[12], 12)));
    }
  }

  @Test
  void refusesTcpAndTakesItAgain() throws Exception {
    byte[] query = LittleWorld.query("www.example.com.", RRType.A);
    assertThat(overTcp(LittleWorld.ZONE_SERVER, query)).hasSize(1);

    internet.server(LittleWorld.ZONE_SERVER).refusingTcp();
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> overTcp(LittleWorld.ZONE_SERVER, query));
    assertThat(overUdp(LittleWorld.ZONE_SERVER, "www.example.com.", RRType.A).answers()).hasSize(1);

    internet.server(LittleWorld.ZONE_SERVER).healthy();
    assertThat(overTcp(LittleWorld.ZONE_SERVER, query)).hasSize(1);
  }

  @Test
  void delaysReplies() throws Exception {
    internet.server(LittleWorld.ZONE_SERVER).delaying(Duration.ofMillis(30));

    assertThat(overUdp(LittleWorld.ZONE_SERVER, "www.example.com.", RRType.A).answers()).hasSize(1);
    assertThat(overTcp(LittleWorld.ZONE_SERVER, LittleWorld.query("www.example.com.", RRType.A)))
        .hasSize(1);
  }

  @Test
  void closesThoughReplyAndConnectionAreStillOpen() throws Exception {
    LoopbackInternet other = LittleWorld.addTo(MockInternet.onLoopback());
    InetSocketAddress place = other.locate(ServerAddress.parse(LittleWorld.ZONE_SERVER));
    byte[] query = LittleWorld.query("www.example.com.", RRType.A);
    try (Socket connection = connect(place);
        DatagramSocket socket = new DatagramSocket()) {
      send(connection, query);
      assertThat(receive(connection).answers()).hasSize(1);
      other.server(LittleWorld.ZONE_SERVER).delaying(Duration.ofDays(1));
      socket.send(new DatagramPacket(query, query.length, place));

      other.close();

      assertThat(connection.getInputStream().read()).as("the end of the stream").isEqualTo(-1);
    }
    assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(place));
    assertThatIllegalStateException()
        .isThrownBy(() -> other.locate(ServerAddress.parse(LittleWorld.ZONE_SERVER)));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void closesWhileAReplyIsAboutToBeDelayed(Protocol protocol) throws Exception {
    LoopbackInternet other = LittleWorld.addTo(MockInternet.onLoopback());
    CountDownLatch asked = new CountDownLatch(1);
    other
        .server(LittleWorld.ZONE_SERVER)
        .responding((query, occasion) -> {
          asked.countDown();
          awaitInterruption();
          return Responder.HONEST.respond(query, occasion);
        })
        .delaying(Duration.ofDays(1));
    InetSocketAddress place = other.locate(ServerAddress.parse(LittleWorld.ZONE_SERVER));
    byte[] query = LittleWorld.query("www.example.com.", RRType.A);
    try (Socket connection = connect(place);
        DatagramSocket socket = new DatagramSocket()) {
      if (protocol == Protocol.TCP) {
        send(connection, query);
      } else {
        socket.send(new DatagramPacket(query, query.length, place));
      }
      assertThat(asked.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();

      assertThatNoException().isThrownBy(other::close);
    }
  }

  /** Waits for what the closing network does to those that still work. */
  private static void awaitInterruption() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closingTellsOfAResponderThatBrokeDown() throws Exception {
    LoopbackInternet other = LittleWorld.addTo(MockInternet.onLoopback());
    other
        .server(LittleWorld.ZONE_SERVER)
        .responding((query, occasion) -> {
          throw new IllegalArgumentException("not what I expected");
        });
    InetSocketAddress place = other.locate(ServerAddress.parse(LittleWorld.ZONE_SERVER));
    try (Socket connection = connect(place)) {
      send(connection, LittleWorld.query("www.example.com.", RRType.A));
      assertThat(connection.getInputStream().read()).as("the end of the stream").isEqualTo(-1);
    }

    assertThatIllegalStateException()
        .isThrownBy(other::close)
        .withStackTraceContaining("not what I expected");
  }

  private InetSocketAddress locate(String server) {
    return internet.locate(ServerAddress.parse(server));
  }

  private Message overUdp(String server, String name, RRType type) throws Exception {
    byte[] query = LittleWorld.query(name, type);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.send(new DatagramPacket(query, query.length, locate(server)));
      DatagramPacket reply = new DatagramPacket(new byte[4096], 4096);
      socket.receive(reply);
      return MessageCodec.decode(Arrays.copyOf(reply.getData(), reply.getLength()));
    }
  }

  private List<Message> overTcp(String server, byte[]... queries) throws Exception {
    Message[] replies = new Message[queries.length];
    try (Socket socket = connect(locate(server))) {
      for (byte[] query : queries) {
        send(socket, query);
      }
      for (int i = 0; i < replies.length; i++) {
        replies[i] = receive(socket);
      }
    }
    return List.of(replies);
  }

  private static Socket connect(InetSocketAddress place) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(place, PATIENCE_MILLIS);
    return socket;
  }

  private static void send(Socket socket, byte[] query) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeShort(query.length);
    out.write(query);
    out.flush();
  }

  private static Message receive(Socket socket) throws Exception {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] reply = new byte[in.readUnsignedShort()];
    in.readFully(reply);
    return MessageCodec.decode(reply);
  }
}
