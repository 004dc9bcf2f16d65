// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.net.RoutedTransport;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.net.TcpTransport;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.loopback.RawTcpServer;
import dev.leafward.testkit.server.Reply;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that misuse TCP, over real sockets: whatever is large has to come that way. */
@Timeout(60)
class HostileStreamTest {

  private static final ResolverLimits LIMITS =
      ResolverLimits.DEFAULT.toBuilder().tcpTimeout(Duration.ofMillis(400)).build();

  private final LoopbackInternet internet =
      SmallWorld.leaf(
          MockInternet.onLoopback(),
          """
          big1 TXT %1$s
          big2 TXT %1$s
          big3 TXT %1$s
          """
              .formatted(("\"" + "x".repeat(250) + "\" ").repeat(6)));

  private final TcpTransport tcp = new TcpTransport(new SystemTime(), LIMITS);

  @AfterEach
  void close() {
    tcp.close();
    internet.close();
  }

  /** A resolver whose streams all lead to one server, wherever they are meant to go. */
  private Resolver resolverTo(RawTcpServer server) {
    return internet
        .recursive()
        .limits(LIMITS)
        .tcp(new RoutedTransport(tcp, any -> server.address()))
        .build();
  }

  private void answer(byte[] query, RawTcpServer.Connection connection) throws IOException {
    for (Reply reply : internet.server(SmallWorld.LEAF).receive(query, Protocol.TCP)) {
      connection.send(reply.octets().toArray());
    }
  }

  private void assertFails(RawTcpServer server) {
    try (Resolver resolver = resolverTo(server)) {
      assertThatThrownBy(() -> resolver.resolve("big1.leaf.com", RRType.TXT))
          .isInstanceOf(ResolutionException.class);
    }
  }

  @Test
  @DisplayName("C16: a server that accepts and closes costs at most 2 connections")
  void acceptsAndCloses() {
    try (RawTcpServer server = new RawTcpServer(connection -> {})) {
      assertFails(server);
      assertThat(server.accepted()).isBetween(1, 2);
    }
  }

  @Test
  @DisplayName("F4: a server that accepts and resets costs at most 2 connections")
  void acceptsAndResets() {
    try (RawTcpServer server = new RawTcpServer(RawTcpServer.Connection::reset)) {
      assertFails(server);
      assertThat(server.accepted()).isBetween(1, 2);
    }
  }

  @Test
  @DisplayName("F4: a server that accepts and hangs costs its time, and no more")
  void acceptsAndHangs() {
    try (RawTcpServer server = new RawTcpServer(RawTcpServer.Connection::hang)) {
      assertFails(server);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("F5: a server that promises 65,535 octets and sends 100 costs its time, and no more")
  void promisesMoreThanItSends() {
    try (RawTcpServer server =
        new RawTcpServer(connection -> {
          connection.write(new byte[] {(byte) 0xFF, (byte) 0xFF});
          connection.write(new byte[100]);
          connection.hang();
        })) {
      assertFails(server);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("F6: wrong IDs and stray replies are dropped, and the true reply is taken")
  void sendsStrayReplies() throws Exception {
    try (RawTcpServer server =
            new RawTcpServer(connection -> {
              // Only then: on a connection without a query a reply is the end of it.
              byte[] query = connection.receive();
              connection.send(new byte[0]);
              for (int i = 0; i < 20; i++) {
                connection.send(new byte[] {(byte) i, 1, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0});
              }
              answer(query, connection);
              connection.hang();
            });
        Resolver resolver = resolverTo(server)) {
      assertThat(resolver.resolve("big1.leaf.com", RRType.TXT)).isInstanceOf(Answer.Found.class);
    }
  }

  @Test
  @DisplayName("F6: a kept connection serves the next query, and its end costs one send more")
  void closesAKeptConnection() throws Exception {
    AtomicInteger received = new AtomicInteger();
    try (RawTcpServer server =
            new RawTcpServer(connection -> {
              // Counted before the client can hear of it.
              byte[] query = connection.receive();
              received.incrementAndGet();
              answer(query, connection);
              connection.receive();
              received.incrementAndGet();
            });
        Resolver resolver = resolverTo(server)) {
      assertThat(resolver.resolve("big1.leaf.com", RRType.TXT)).isInstanceOf(Answer.Found.class);
      assertThat(server.accepted()).isEqualTo(1);
      assertThat(resolver.resolve("big2.leaf.com", RRType.TXT)).isInstanceOf(Answer.Found.class);
      assertThat(server.accepted()).isEqualTo(2);
      assertThat(resolver.resolve("big3.leaf.com", RRType.TXT)).isInstanceOf(Answer.Found.class);
      assertThat(server.accepted()).isEqualTo(3);
      // Each of the two later questions met the end of a kept connection, and was sent twice.
      assertThat(received.get()).isEqualTo(5);
    }
  }
}
