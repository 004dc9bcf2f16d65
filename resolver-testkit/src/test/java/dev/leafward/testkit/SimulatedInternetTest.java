// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedInternetTest {

  private static final InetSocketAddress SERVER = ServerAddress.parse(LittleWorld.ZONE_SERVER);
  private static final InetSocketAddress NOWHERE = ServerAddress.parse("203.0.113.1");
  private static final byte[] QUERY = LittleWorld.query("www.example.com.", RRType.A);
  private static final Duration LATENCY = Duration.ofMillis(10);
  private static final long ROUND_TRIP = LATENCY.multipliedBy(2).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final LinkConditions ROUGH =
      LinkConditions.of(LATENCY)
          .withJitter(Duration.ofMillis(5))
          .withLoss(0.2)
          .withDuplication(0.2)
          .withReordering(0.2);

  private final SimulatedInternet internet =
      LittleWorld.addTo(MockInternet.simulated(1)).conditions(LinkConditions.of(LATENCY));

  @Test
  void aReplyTakesOneRoundTrip() throws Exception {
    try (Conversation talk = open(internet.udp(), SERVER)) {
      talk.send(QUERY);
      assertThat(now()).isZero();

      byte[] reply = talk.receive(SECOND);

      assertThat(now()).isEqualTo(ROUND_TRIP);
      assertThat(MessageCodec.decode(reply).answers()).hasSize(1);
    }
  }

  @Test
  void waitingInVainTakesUntilTheDeadline() throws Exception {
    try (Conversation talk = open(internet.udp(), NOWHERE)) {
      talk.send(QUERY);

      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> talk.receive(3 * SECOND));
      assertThat(now()).isEqualTo(3 * SECOND);
    }
  }

  @Test
  void aReplyAfterTheDeadlineCanStillBeWaitedFor() throws Exception {
    try (Conversation talk = open(internet.udp(), SERVER)) {
      talk.send(QUERY);

      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> talk.receive(ROUND_TRIP - 1));
      assertThat(talk.receive(ROUND_TRIP)).isNotEmpty();
    }
  }

  @Test
  void serversThinkInVirtualTime() throws Exception {
    internet.server(LittleWorld.ZONE_SERVER).delaying(Duration.ofHours(1));
    try (Conversation talk = open(internet.udp(), SERVER)) {
      talk.send(QUERY);
      talk.receive(Duration.ofHours(2).toNanos());

      assertThat(now()).isEqualTo(Duration.ofHours(1).toNanos() + ROUND_TRIP);
    }
  }

  @Test
  void aConnectionCostsOneRoundTrip() throws Exception {
    try (Conversation talk = open(internet.tcp(), SERVER)) {
      assertThat(now()).isEqualTo(ROUND_TRIP);
      talk.send(LittleWorld.query("many.example.com.", RRType.TXT));
      byte[] reply = talk.receive(SECOND);

      assertThat(now()).isEqualTo(2 * ROUND_TRIP);
      assertThat(MessageCodec.decode(reply).answers()).hasSize(60);
    }
  }

  @Test
  void aConnectionCanBeRefusedOrUnanswered() {
    internet.server(LittleWorld.ZONE_SERVER).refusingTcp();

    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> open(internet.tcp(), SERVER));
    assertThat(now()).isEqualTo(ROUND_TRIP);
    assertThatExceptionOfType(SocketTimeoutException.class)
        .isThrownBy(() -> open(internet.tcp(), NOWHERE));
    assertThat(now()).isEqualTo(SECOND);
  }

  @Test
  void everythingIsLostOnADeadLink() throws Exception {
    internet.conditions(LittleWorld.ZONE_SERVER, LinkConditions.of(LATENCY).withLoss(1));
    try (Conversation talk = open(internet.udp(), SERVER)) {
      talk.send(QUERY);

      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> talk.receive(SECOND));
    }
    assertThat(internet.queries()).isEmpty();
    assertThat(internet.log()).hasSize(1).first().asString().endsWith("-> nothing");
  }

  @Test
  void datagramsCanComeTwice() throws Exception {
    internet.conditions(LinkConditions.of(LATENCY).withDuplication(1));
    try (Conversation talk = open(internet.udp(), SERVER)) {
      talk.send(QUERY);

      for (int i = 0; i < 4; i++) {
        assertThat(talk.receive(SECOND)).isNotEmpty();
      }
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> talk.receive(SECOND));
    }
    assertThat(internet.queries()).hasSize(2);
  }

  @Test
  void datagramsCanBeOvertaken() {
    internet.conditions(LinkConditions.of(LATENCY).withReordering(0.5));

    List<Long> arrivals = arrivalsOfTenQueries(internet);

    assertThat(arrivals).hasSize(10).isNotEqualTo(arrivals.stream().sorted().toList());
  }

  @Test
  void equalSeedsGiveEqualRuns() {
    assertThat(roughRun(42)).isEqualTo(roughRun(42)).hasSize(10);
    assertThat(roughRun(42)).isNotEqualTo(roughRun(43));
  }

  @Test
  void everyServerHasALatencyFromTheSeed() {
    assertThat(latencies(1)).isEqualTo(latencies(1)).isNotEqualTo(latencies(2));
    assertThat(latencies(1)).doesNotHaveDuplicates();
  }

  @Test
  void endsWhenTheThreadIsInterrupted() throws Exception {
    try (Conversation talk = open(internet.udp(), SERVER)) {
      talk.send(QUERY);
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(ClosedByInterruptException.class)
          .isThrownBy(() -> talk.receive(SECOND));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aClosedConversationIsOver() throws Exception {
    Conversation talk = open(internet.udp(), SERVER);
    talk.send(QUERY);
    talk.close();

    assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> talk.receive(SECOND));
  }

  @Test
  void theWallClockGoesAlong() {
    internet.time().setWallClock(Instant.parse("2019-12-15T00:00:00Z"));
    internet.time().advance(Duration.ofHours(5));

    assertThat(internet.time().wallClock()).isEqualTo("2019-12-15T05:00:00Z");
    assertThat(now()).isEqualTo(Duration.ofHours(5).toNanos());
  }

  private static List<SimulatedExchange> roughRun(long seed) {
    SimulatedInternet internet = LittleWorld.addTo(MockInternet.simulated(seed)).conditions(ROUGH);
    arrivalsOfTenQueries(internet);
    return internet.log();
  }

  private static List<Long> arrivalsOfTenQueries(SimulatedInternet internet) {
    for (int i = 0; i < 10; i++) {
      try (Conversation talk = open(internet.udp(), SERVER)) {
        talk.send(QUERY);
        internet.time().advance(Duration.ofMillis(1));
      } catch (IOException e) {
        throw new AssertionError("a simulated datagram can always be sent", e);
      }
    }
    return internet.log().stream()
        .flatMap(each -> each.arrivals().stream())
        .map(SimulatedExchange.Arrival::atNanos)
        .toList();
  }

  private static List<Long> latencies(long seed) {
    SimulatedInternet internet = LittleWorld.addTo(MockInternet.simulated(seed));
    return IntStream.of(0, 1, 2, 3)
        .mapToObj(i -> internet.servers().get(i).address())
        .map(server -> connectionTime(internet, server))
        .toList();
  }

  private static long connectionTime(SimulatedInternet internet, InetSocketAddress server) {
    long before = internet.time().nanos();
    try {
      internet.tcp().open(server, before + SECOND).close();
    } catch (IOException e) {
      throw new AssertionError("the link is perfect", e);
    }
    return internet.time().nanos() - before;
  }

  private static Conversation open(Transport transport, InetSocketAddress server)
      throws IOException {
    return transport.open(server, SECOND);
  }

  private long now() {
    return internet.time().nanos();
  }
}
