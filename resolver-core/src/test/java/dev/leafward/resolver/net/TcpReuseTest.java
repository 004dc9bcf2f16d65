// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.StaleConnectionException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several conversations over one connection, one after another and at once (RFC 7766). */
@Timeout(60)
class TcpReuseTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final SystemTime time = new SystemTime();
  private final List<TcpTransport> transports = new ArrayList<>();

  @AfterEach
  void close() {
    transports.forEach(TcpTransport::close);
  }

  private TcpTransport keeping(int idle, int queries, Duration idleTime) {
    TcpTransport transport =
        new TcpTransport(time, new TcpSettings(idle, queries, idleTime), SocketCalls.SYSTEM);
    transports.add(transport);
    return transport;
  }

  private TcpTransport usual() {
    return keeping(64, 100, LONG);
  }

  private long soon() {
    return time.nanos() + Duration.ofSeconds(30).toNanos();
  }

  private long shortly() {
    return time.nanos() + Duration.ofMillis(40).toNanos();
  }

  /** A message of an ID, about a number. */
  private static byte[] message(int id, int about) {
    return ByteBuffer.allocate(6).putShort((short) id).putInt(about).array();
  }

  private Conversation ask(TcpTransport transport, TcpPeer server, int id) throws IOException {
    Conversation conversation = transport.open(server.address(), soon());
    conversation.send(message(id, id));
    return conversation;
  }

  private void exchange(TcpTransport transport, TcpPeer server, TcpPeer.Connection peer, int id)
      throws IOException {
    try (Conversation conversation = ask(transport, server, id)) {
      assertThat(peer.receive()).isEqualTo(message(id, id));
      peer.send(message(id, -id));
      assertThat(conversation.receive(soon())).isEqualTo(message(id, -id));
    }
  }

  /** A transport with one connection over which an answer came. */
  private TcpPeer.Connection kept(TcpTransport transport, TcpPeer server) throws IOException {
    try (Conversation conversation = ask(transport, server, 1)) {
      TcpPeer.Connection peer = server.accept();
      peer.send(peer.receive());
      conversation.receive(soon());
      return peer;
    }
  }

  @Test
  void keepsAConnectionForTheNextQuery() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection peer = kept(transport, server)) {
      for (int id = 2; id < 50; id++) {
        exchange(transport, server, peer, id);
      }
      transport.close();
      assertThat(peer.read()).as("the one connection that served all").isEqualTo(-1);
    }
  }

  @Test
  void endsAConnectionThatIsIdleForLong() throws IOException {
    TcpTransport transport = keeping(64, 100, Duration.ofMillis(50));
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection peer = kept(transport, server)) {
      assertThat(peer.read()).isEqualTo(-1);
      try (Conversation conversation = ask(transport, server, 2);
          TcpPeer.Connection next = server.accept()) {
        assertThat(next.receive()).isEqualTo(message(2, 2));
        next.send(message(2, 3));
        assertThat(conversation.receive(soon())).isEqualTo(message(2, 3));
      }
    }
  }

  @Test
  void keepsNoMoreIdleConnectionsThanItMay() throws IOException {
    TcpTransport transport = keeping(2, 100, LONG);
    try (TcpPeer one = TcpPeer.on("127.0.0.1");
        TcpPeer two = TcpPeer.on("127.0.0.1");
        TcpPeer three = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection first = kept(transport, one);
        TcpPeer.Connection second = kept(transport, two);
        TcpPeer.Connection third = kept(transport, three)) {
      assertThat(first.read()).isEqualTo(-1);
      exchange(transport, two, second, 2);
      exchange(transport, three, third, 2);
    }
  }

  @Test
  void sharesOneConnectionAmongThoseWhoAskAtOnce() throws Exception {
    TcpTransport transport = usual();
    int queries = 50;
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> replies = new ArrayList<>();
      for (int i = 0; i < queries; i++) {
        int id = i;
        replies.add(
            threads.submit(() -> {
              try (Conversation conversation = ask(transport, server, id)) {
                return conversation.receive(soon());
              }
            }));
      }
      try (TcpPeer.Connection peer = server.accept()) {
        for (int i = 0; i < queries; i++) {
          int id = ByteBuffer.wrap(peer.receive()).getShort();
          peer.send(message(id, -id));
        }
        for (int i = 0; i < queries; i++) {
          assertThat(replies.get(i).get()).isEqualTo(message(i, -i));
        }
      }
    }
  }

  @Test
  @DisplayName("F6: 10,000 pipelined queries, answered in any order: none gets another's reply")
  void deliversShuffledRepliesToTheirOwnQueries() throws IOException {
    int rounds = 25;
    int atOnce = 400;
    Random order = new Random(6);
    TcpTransport transport = keeping(64, atOnce, LONG);
    int delivered = 0;
    for (int round = 0; round < rounds; round++) {
      try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
        List<Conversation> open = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
          open.add(ask(transport, server, i));
        }
        try (TcpPeer.Connection peer = server.accept()) {
          answerShuffled(peer, atOnce, order);
          for (int i = 0; i < atOnce; i++) {
            assertThat(open.get(i).receive(soon())).isEqualTo(message(i, i));
            delivered++;
          }
        }
        open.forEach(Conversation::close);
      }
    }
    assertThat(delivered).isEqualTo(10_000);
  }

  private static void answerShuffled(TcpPeer.Connection peer, int queries, Random order)
      throws IOException {
    List<byte[]> replies = new ArrayList<>();
    for (int i = 0; i < queries; i++) {
      replies.add(peer.receive());
    }
    Collections.shuffle(replies, order);
    for (byte[] each : replies) {
      peer.send(each);
    }
  }

  @Test
  @DisplayName("F6: replies with the ID of no query, and late ones, reach nobody")
  void dropsWhatAnswersNothing() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection peer = kept(transport, server);
        Conversation conversation = ask(transport, server, 2)) {
      peer.receive();
      peer.send(message(1, 99));
      peer.send(message(7, 99));
      peer.send(message(2, 2));
      assertThat(conversation.receive(soon())).isEqualTo(message(2, 2));
      assertThatThrownBy(() -> conversation.receive(shortly()))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  @DisplayName("F6: a server that goes on sending what nobody asked for is hung up on")
  void hangsUpOnAFlood() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection peer = kept(transport, server);
        Conversation conversation = ask(transport, server, 2)) {
      peer.receive();
      ByteArrayOutputStream flood = new ByteArrayOutputStream();
      for (int i = 0; i < 65; i++) {
        flood.writeBytes(TcpPeer.framed(message(7, 99)));
      }
      peer.write(flood.toByteArray());
      assertThatThrownBy(() -> conversation.receive(soon())).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void hangsUpOnWhoTalksUnasked() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection peer = kept(transport, server)) {
      peer.send(message(1, 1));
      assertThat(peer.read()).isEqualTo(-1);
    }
  }

  @Test
  void takesAnotherConnectionForAnIdThatIsUnderWay() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection first = kept(transport, server);
        Conversation one = ask(transport, server, 2);
        Conversation other = ask(transport, server, 2);
        TcpPeer.Connection second = server.accept()) {
      assertThat(first.receive()).isEqualTo(message(2, 2));
      assertThat(second.receive()).isEqualTo(message(2, 2));
      first.send(message(2, 10));
      second.send(message(2, 20));
      assertThat(one.receive(soon())).isEqualTo(message(2, 10));
      assertThat(other.receive(soon())).isEqualTo(message(2, 20));
    }
  }

  @Test
  void takesAnotherConnectionWhereOneIsFull() throws IOException {
    TcpTransport transport = keeping(64, 2, LONG);
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection first = kept(transport, server);
        Conversation one = ask(transport, server, 2);
        Conversation two = ask(transport, server, 3);
        Conversation three = ask(transport, server, 4);
        TcpPeer.Connection second = server.accept()) {
      assertThat(first.receive()).isEqualTo(message(2, 2));
      assertThat(first.receive()).isEqualTo(message(3, 3));
      assertThat(second.receive()).isEqualTo(message(4, 4));
      second.send(message(4, 4));
      assertThat(three.receive(soon())).isEqualTo(message(4, 4));
      assertThat(List.of(one, two)).doesNotHaveDuplicates();
    }
  }

  @Test
  void usesNoConnectionAgainThatLeftAQueryUnanswered() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        TcpPeer.Connection first = kept(transport, server)) {
      Conversation unanswered = ask(transport, server, 2);
      first.receive();
      unanswered.close();
      assertThat(first.read()).isEqualTo(-1);
      try (Conversation next = ask(transport, server, 3);
          TcpPeer.Connection second = server.accept()) {
        assertThat(second.receive()).isEqualTo(message(3, 3));
        second.send(message(3, 3));
        assertThat(next.receive(soon())).isEqualTo(message(3, 3));
      }
    }
  }

  @Test
  @DisplayName("F6: the end of a kept connection says so, and the next query gets a fresh one")
  void saysThatAKeptConnectionWasStale() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      TcpPeer.Connection first = kept(transport, server);
      try (Conversation conversation = ask(transport, server, 2)) {
        first.receive();
        first.close();
        assertThatThrownBy(() -> conversation.receive(soon()))
            .isInstanceOf(StaleConnectionException.class);
      }
      try (Conversation again = ask(transport, server, 2);
          TcpPeer.Connection second = server.accept()) {
        assertThat(second.receive()).isEqualTo(message(2, 2));
        second.send(message(2, 2));
        assertThat(again.receive(soon())).isEqualTo(message(2, 2));
      }
    }
  }

  @Test
  @DisplayName("F6: FIN amid an answer ends every query under way on the connection")
  void endsAllQueriesWhenTheConnectionEndsAmidAnAnswer() throws IOException {
    TcpTransport transport = usual();
    try (TcpPeer server = TcpPeer.on("127.0.0.1");
        Conversation one = ask(transport, server, 1);
        Conversation two = ask(transport, server, 2)) {
      try (TcpPeer.Connection peer = server.accept()) {
        peer.receive();
        peer.receive();
        peer.send(message(1, 1));
        peer.write(new byte[] {0, 6, 0, 2});
      }
      assertThat(one.receive(soon())).isEqualTo(message(1, 1));
      assertThatThrownBy(() -> one.receive(soon())).isInstanceOf(EOFException.class);
      assertThatThrownBy(() -> two.receive(soon()))
          .isInstanceOf(EOFException.class)
          .isNotInstanceOf(StaleConnectionException.class);
    }
  }

  @Test
  @DisplayName("F4: of those who wait for one connection, each keeps to its own deadline")
  void letsEachKeepItsOwnDeadlineWhileConnecting() throws Exception {
    BlackHole blackHole = new BlackHole();
    TcpTransport transport = new TcpTransport(time, new TcpSettings(64, 100, LONG), blackHole);
    transports.add(transport);
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      CompletableFuture<Throwable> leader = new CompletableFuture<>();
      Thread first =
          Thread.startVirtualThread(() -> {
            try {
              transport.open(server.address(), soon()).close();
              leader.complete(new AssertionError("connected"));
            } catch (IOException e) {
              leader.complete(e);
            }
          });
      blackHole.entered.get(10, TimeUnit.SECONDS);
      long deadline = shortly();
      assertThatThrownBy(() -> transport.open(server.address(), deadline))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(first.isAlive()).isTrue();
      blackHole.left.complete(null);
      assertThat(leader.get(10, TimeUnit.SECONDS)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** Connections that nobody answers, until the time is up. */
  private static final class BlackHole extends SocketCalls {
    final CompletableFuture<Void> entered = new CompletableFuture<>();
    final CompletableFuture<Void> left = new CompletableFuture<>();

    @Override
    void connect(SocketChannel channel, InetSocketAddress server, int millis) throws IOException {
      entered.complete(null);
      left.join();
      throw new SocketTimeoutException("Connect timed out");
    }
  }
}
