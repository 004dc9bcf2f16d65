// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PooledUdpTransportTest {

  private static final byte[] QUERY = "query".getBytes(US_ASCII);
  private static final byte[] REPLY = "quick".getBytes(US_ASCII);
  private static final byte[] WRONG_ID = "wrong".getBytes(US_ASCII);

  private final LeapingTime time = new LeapingTime();
  private final PooledUdpTransport transport = pool(64);

  private PooledUdpTransport pool(int sockets) {
    return new PooledUdpTransport(time, sockets);
  }

  @AfterEach
  void close() {
    transport.close();
  }

  private long soon() {
    return time.nanos() + Duration.ofSeconds(9).toNanos();
  }

  private long shortly() {
    return time.nanos() + Duration.ofMillis(40).toNanos();
  }

  /** One exchange; returns the port that it went out from. */
  private int exchange(PooledUdpTransport pool, UdpPeer server) throws IOException {
    try (Conversation conversation = pool.open(server.address(), soon())) {
      conversation.send(QUERY);
      UdpPeer.Received query = server.receive();
      server.send(REPLY, query);
      assertThat(conversation.receive(soon())).isEqualTo(REPLY);
      return query.port();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void carriesMessagesBothWays(String address) throws IOException {
    try (UdpPeer server = UdpPeer.on(address);
        Conversation conversation = transport.open(server.address(), soon())) {
      conversation.send(QUERY);
      UdpPeer.Received query = server.receive();
      assertThat(query.octets()).isEqualTo(QUERY);
      server.send(new byte[0], query);
      server.send(REPLY, query);
      assertThat(conversation.receive(soon())).isEmpty();
      assertThat(conversation.receive(soon())).isEqualTo(REPLY);
    }
    assertThat(transport.protocol()).isEqualTo(Protocol.UDP);
  }

  @Test
  @DisplayName("A4: what has a wrong ID reaches the conversation; what comes from others, nobody")
  void hearsGuessesFromTheServerAndNobodyElse() throws IOException {
    try (UdpPeer server = UdpPeer.on("127.0.0.1");
        UdpPeer stranger = UdpPeer.on("127.0.0.1");
        UdpPeer elsewhere = UdpPeer.on("127.0.0.2");
        Conversation conversation = transport.open(server.address(), soon())) {
      conversation.send(QUERY);
      UdpPeer.Received query = server.receive();
      stranger.send(REPLY, query);
      elsewhere.send(REPLY, query);
      server.send(WRONG_ID, query);
      server.send(REPLY, query);
      assertThat(conversation.receive(soon())).isEqualTo(WRONG_ID);
      assertThat(conversation.receive(soon())).isEqualTo(REPLY);
    }
  }

  @Test
  void holdsConversationsWithSeveralServersOverOneSocket() throws IOException {
    try (PooledUdpTransport single = pool(1);
        UdpPeer one = UdpPeer.on("127.0.0.1");
        UdpPeer other = UdpPeer.on("127.0.0.1");
        Conversation first = single.open(one.address(), soon());
        Conversation second = single.open(other.address(), soon())) {
      first.send(QUERY);
      second.send(QUERY);
      UdpPeer.Received atOne = one.receive();
      UdpPeer.Received atOther = other.receive();
      assertThat(atOne.port()).isEqualTo(atOther.port());
      other.send(WRONG_ID, atOther);
      one.send(REPLY, atOne);
      assertThat(first.receive(soon())).isEqualTo(REPLY);
      assertThat(second.receive(soon())).isEqualTo(WRONG_ID);
      assertThatThrownBy(() -> first.receive(shortly())).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void holdsOneConversationWithAServerOverASocketAtATime() throws IOException {
    try (PooledUdpTransport single = pool(1);
        UdpPeer server = UdpPeer.on("127.0.0.1")) {
      List<Conversation> open = new ArrayList<>();
      Set<Integer> ports = new HashSet<>();
      for (int i = 0; i < 4; i++) {
        Conversation conversation = single.open(server.address(), soon());
        open.add(conversation);
        conversation.send(QUERY);
        ports.add(server.receive().port());
      }
      assertThat(ports).hasSize(4);
      open.forEach(Conversation::close);
    }
  }

  @Test
  void retiresASocketAfterSomeConversations() throws IOException {
    Map<Integer, Integer> uses = new HashMap<>();
    try (PooledUdpTransport single = pool(1);
        UdpPeer server = UdpPeer.on("127.0.0.1")) {
      for (int i = 0; i < 4 * PooledUdpTransport.USES; i++) {
        uses.merge(exchange(single, server), 1, Integer::sum);
      }
    }
    assertThat(uses).hasSize(4).containsValue(PooledUdpTransport.USES);
  }

  @Test
  void retiresASocketAfterSomeTime() throws IOException {
    Set<Integer> ports = new HashSet<>();
    try (PooledUdpTransport single = pool(1);
        UdpPeer server = UdpPeer.on("127.0.0.1")) {
      ports.add(exchange(single, server));
      ports.add(exchange(single, server));
      assertThat(ports).hasSize(1);
      time.leap(Duration.ofSeconds(31));
      ports.add(exchange(single, server));
      assertThat(ports).hasSize(2);
    }
  }

  @Test
  void givesBackAllSocketsWhenIdleForLong() throws IOException {
    try (PooledUdpTransport pool = pool(64);
        UdpPeer server = UdpPeer.on("127.0.0.1")) {
      long before = OpenFiles.sockets();
      for (int i = 0; i < 50; i++) {
        exchange(pool, server);
      }
      assertThat(OpenFiles.sockets()).isGreaterThan(before + 20);
      time.leap(Duration.ofSeconds(31));
      OpenFiles.awaitSockets(before);
    }
  }

  @Test
  void drawsTheSocketFromAllAndThePortFromTheWholeRange() throws IOException {
    List<Integer> ports = new ArrayList<>();
    try (UdpPeer server = UdpPeer.on("127.0.0.1")) {
      for (int i = 0; i < 2000; i++) {
        ports.add(exchange(transport, server));
      }
    }
    Set<Integer> different = new HashSet<>(ports);
    assertThat(different).hasSizeBetween(350, 470).allMatch(port -> port >= 1024);
    assertThat(different.stream().filter(port -> port < 32_768).count()).isBetween(100L, 300L);
    assertThat(different.stream().filter(port -> port > 61_000).count()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("A4: a server from which comes what answers nothing gets fresh sockets for a minute")
  void goesBackToFreshSockets(boolean conversationIsOpen) throws IOException {
    try (PooledUdpTransport single = pool(1);
        UdpPeer server = UdpPeer.on("127.0.0.1");
        UdpPeer unsuspected = UdpPeer.on("127.0.0.2")) {
      Conversation guessedAt = single.open(server.address(), soon());
      guessedAt.send(QUERY);
      UdpPeer.Received query = server.receive();
      if (conversationIsOpen) {
        server.send(WRONG_ID, query);
      }
      while (!isFresh(single, server.address())) {
        if (!conversationIsOpen) {
          leaveALateReply(single, server);
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
      assertThat(portsOfFour(single, server)).hasSize(4);
      assertThat(portsOfFour(single, unsuspected)).hasSizeLessThan(3);
      guessedAt.close();
      time.leap(Duration.ofSeconds(61));
      assertThat(portsOfFour(single, server)).hasSizeLessThan(3);
    }
  }

  private Set<Integer> portsOfFour(PooledUdpTransport pool, UdpPeer server) throws IOException {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      ports.add(exchange(pool, server));
    }
    return ports;
  }

  private boolean isFresh(PooledUdpTransport pool, InetSocketAddress server) throws IOException {
    try (Conversation conversation = pool.open(server, soon())) {
      return conversation instanceof UdpConversation;
    }
  }

  private void leaveALateReply(PooledUdpTransport pool, UdpPeer server) throws IOException {
    Conversation conversation = pool.open(server.address(), soon());
    conversation.send(QUERY);
    UdpPeer.Received query = server.receive();
    conversation.close();
    server.send(REPLY, query);
  }

  @Test
  void saysThatThereIsNoRoute() throws IOException {
    InetSocketAddress broadcast =
        new InetSocketAddress(InetAddresses.forString("255.255.255.255"), 53);
    try (Conversation conversation = transport.open(broadcast, soon())) {
      assertThatThrownBy(() -> conversation.send(QUERY))
          .isInstanceOf(NoRouteToHostException.class)
          .hasMessageContaining("255.255.255.255");
    }
  }

  @Test
  void givesUpAtTheDeadline() throws IOException {
    try (UdpPeer server = UdpPeer.on("127.0.0.1");
        Conversation conversation = transport.open(server.address(), soon())) {
      long deadline = shortly();
      assertThatThrownBy(() -> conversation.receive(deadline))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(time.nanos() - deadline).isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsItsWaitWhenInterrupted(boolean virtual) throws Exception {
    try (UdpPeer server = UdpPeer.on("127.0.0.1")) {
      Interrupted.check(virtual, () -> transport.open(server.address(), soon()), server::receive);
    }
  }

  @Test
  void opensNothingBeforeItIsUsedAndKeepsNothingAfterItsEnd() throws IOException {
    long sockets = OpenFiles.sockets();
    long threads = OpenFiles.threads("leafward-udp");
    PooledUdpTransport pool = pool(64);
    assertThat(OpenFiles.sockets()).isEqualTo(sockets);
    assertThat(OpenFiles.threads("leafward-udp")).isEqualTo(threads);
    try (UdpPeer server = UdpPeer.on("127.0.0.1")) {
      for (int i = 0; i < 50; i++) {
        exchange(pool, server);
      }
      assertThat(OpenFiles.threads("leafward-udp")).isEqualTo(threads + 1);
      pool.close();
      pool.close();
    }
    assertThat(OpenFiles.sockets()).isEqualTo(sockets);
    assertThat(OpenFiles.threads("leafward-udp")).isEqualTo(threads);
    InetSocketAddress anybody = new InetSocketAddress(InetAddresses.forString("127.0.0.1"), 53);
    assertThatThrownBy(() -> pool.open(anybody, soon())).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void endsTheWaitOfConversationsWhenItIsClosed() throws Exception {
    PooledUdpTransport pool = pool(64);
    try (UdpPeer server = UdpPeer.on("127.0.0.1");
        Conversation conversation = pool.open(server.address(), soon())) {
      Thread closer = Thread.startVirtualThread(pool::close);
      assertThatThrownBy(() -> conversation.receive(soon()))
          .isInstanceOf(ClosedChannelException.class);
      closer.join();
    }
  }

  @Test
  void readsTheLimitOfDescriptors() {
    String head = "Limit                     Soft Limit           Hard Limit           Units     ";
    assertThat(
            DescriptorLimit.parse(
                List.of(head, "Max open files            1024                 524288    files")))
        .isEqualTo(1024);
    assertThat(
            DescriptorLimit.parse(
                List.of(head, "Max open files            unlimited            unlimited files")))
        .isEqualTo(4096);
    assertThat(DescriptorLimit.parse(List.of())).isEqualTo(4096);
    assertThat(DescriptorLimit.current()).isPositive();
  }
}
