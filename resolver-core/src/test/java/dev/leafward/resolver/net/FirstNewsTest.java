// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.spi.Conversation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listening to two servers at once: one or both over fresh sockets, or over those of a pool. */
@Timeout(60)
class FirstNewsTest {

  private static final byte[] QUERY = "query".getBytes(US_ASCII);
  private static final byte[] REPLY = "quick".getBytes(US_ASCII);

  private final SystemTime time = new SystemTime();
  private final UdpTransport fresh = new UdpTransport(time);
  private final PooledUdpTransport pool = new PooledUdpTransport(time, 64);
  private final UdpPeer one = UdpPeer.on("127.0.0.1");
  private final UdpPeer other = UdpPeer.on("127.0.0.1");

  @AfterEach
  void close() {
    pool.close();
    one.close();
    other.close();
  }

  private long soon() {
    return time.nanos() + Duration.ofSeconds(9).toNanos();
  }

  private Conversation open(String kind, UdpPeer server) throws IOException {
    return (kind.equals("fresh") ? fresh : pool).open(server.address(), soon());
  }

  @ParameterizedTest
  @CsvSource({"fresh,fresh", "pooled,pooled", "fresh,pooled", "pooled,fresh"})
  void isTheConversationThatHearsFirst(String firstKind, String secondKind) throws IOException {
    try (Conversation first = open(firstKind, one);
        Conversation second = open(secondKind, other)) {
      List<Conversation> both = List.of(first, second);
      first.send(QUERY);
      second.send(QUERY);
      UdpPeer.Received atOne = one.receive();
      UdpPeer.Received atOther = other.receive();
      assertThatThrownBy(() -> pool.awaitAny(both, time.nanos() + 40_000_000))
          .isInstanceOf(SocketTimeoutException.class);

      one.send(REPLY, atOne);
      assertThat(pool.awaitAny(both, soon())).isSameAs(first);
      assertThat(pool.awaitAny(both, soon())).isSameAs(first);
      assertThat(first.receive(soon())).isEqualTo(REPLY);

      other.send(REPLY, atOther);
      assertThat(pool.awaitAny(both, soon())).isSameAs(second);
      assertThat(second.receive(soon())).isEqualTo(REPLY);
    }
  }

  @ParameterizedTest
  @CsvSource({"fresh,fresh", "pooled,pooled", "fresh,pooled", "pooled,fresh"})
  void wakesAThreadThatWaitsAlready(String firstKind, String secondKind) throws Exception {
    try (Conversation first = open(firstKind, one);
        Conversation second = open(secondKind, other)) {
      second.send(QUERY);
      CompletableFuture<Conversation> heard = new CompletableFuture<>();
      Thread unused =
          Thread.startVirtualThread(() -> {
            try {
              heard.complete(pool.awaitAny(List.of(first, second), soon()));
            } catch (IOException e) {
              heard.completeExceptionally(e);
            }
          });
      other.send(REPLY, other.receive());
      assertThat(heard.get(10, TimeUnit.SECONDS)).isSameAs(second);
      assertThat(second.receive(soon())).isEqualTo(REPLY);
    }
  }

  @Test
  void takesAnErrorForNews() throws IOException {
    UdpPeer gone = UdpPeer.on("127.0.0.1");
    try (Conversation silent = fresh.open(one.address(), soon());
        Conversation refused = fresh.open(gone.address(), soon())) {
      gone.close();
      refused.send(QUERY);
      assertThat(fresh.awaitAny(List.of(silent, refused), soon())).isSameAs(refused);
      assertThatThrownBy(() -> refused.receive(soon()))
          .isInstanceOf(PortUnreachableException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"fresh", "pooled"})
  void endsWhenInterrupted(String kind) throws IOException {
    try (Conversation first = open(kind, one);
        Conversation second = open(kind, other)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> pool.awaitAny(List.of(first, second), soon()))
          .isInstanceOf(InterruptedIOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
