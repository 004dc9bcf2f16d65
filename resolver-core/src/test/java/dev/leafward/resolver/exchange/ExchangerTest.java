// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.servers.Insistence;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangerTest extends ExchangeFixture {

  @Test
  void givesConnectingHalfTheTimeOfATcpQuery() throws Exception {
    options = options.overTcpOnly();
    server.overTcp(Reaction.replies(ExchangeFixture::reply));
    long start = time.nanos();
    ask();
    assertThat(server.openDeadlines()).containsExactly(start + Duration.ofMillis(1500).toNanos());
  }

  @Test
  void leavesAQuickServerSooner() throws Exception {
    for (int i = 0; i < 20; i++) {
      server.overUdp(Reaction.replies(ExchangeFixture::reply));
      ask();
    }
    server.overUdp(Reaction.silence(), Reaction.replies(ExchangeFixture::reply));
    Try silent = ask().tries().getFirst();
    assertThat(silent.kind()).isEqualTo(TryKind.TIMED_OUT);
    assertThat(silent.elapsedNanos()).isEqualTo(Duration.ofMillis(60).toNanos());
  }

  @Test
  void neverWaitsLongerForADatagramThanTheLimit() throws Exception {
    limits = limits.toBuilder().udpTimeout(Duration.ofMillis(50)).build();
    server
        .overUdp(Reaction.silence(), Reaction.silence())
        .overTcp(Reaction.replies(ExchangeFixture::reply));
    assertThat(ask().tries().getFirst().elapsedNanos()).isEqualTo(Duration.ofMillis(50).toNanos());
  }

  @Test
  void endsAtTheDeadlineOfTheWholeQuestionWithoutBlamingTheServer() throws Exception {
    server.overUdp(Reaction.repliesAfter(Duration.ofMillis(300), ExchangeFixture::reply));
    ExchangeResult result = ask(Budget.open(limits, time, Duration.ofMillis(100)));
    assertThat(kinds(result)).containsExactly(TryKind.CUT_SHORT);
    assertThat(result.tries().getFirst().elapsedNanos()).isEqualTo(Duration.ofMillis(90).toNanos());
    assertThat(book.addresses()).isZero();
  }

  @Test
  void sendsNothingOnceTheTimeIsUp() {
    Budget budget = Budget.open(limits, time, Duration.ofMillis(10));
    time.pass(Duration.ofMillis(11));
    assertThatThrownBy(() -> ask(budget))
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.DeadlineExceeded.class));
    assertThat(server.sent()).isEmpty();
  }

  @Test
  void sendsNothingOnceTheSendsAreSpent() throws Exception {
    limits = limits.toBuilder().sends(1).build();
    Budget budget = Budget.open(limits, time, limits.deadline());
    budget.spendSend();
    assertThatThrownBy(() -> ask(budget))
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.LimitReached.class));
    assertThat(server.sent()).isEmpty();
  }

  @Test
  void saysHowFarItGotWhenTheSendsAreSpentInBetween() throws Exception {
    limits = limits.toBuilder().sends(1).build();
    server.overUdp(Reaction.replies(ExchangeFixture::truncated));
    assertThat(ask().what()).isEqualTo("truncated over UDP");
  }

  @Test
  void sendsNothingToAServerThatHadItsShareAndBlamesNobodyForThat() throws Exception {
    limits = limits.toBuilder().sendsPerServer(1).build();
    server.overUdp(Reaction.silence());
    Budget budget = Budget.open(limits, time, limits.deadline());
    Exchanger exchanger = exchanger();
    try (Inquiry inquiry = inquiry(exchanger)) {
      exchanger.ask(inquiry, SERVER, budget, Insistence.ONE_TRY);
      ExchangeResult result = exchanger.ask(inquiry, SERVER, budget, Insistence.ONE_TRY);
      assertThat(result.tries()).isEmpty();
      assertThat(result.isLocalFault()).isFalse();
      assertThat(result.mayAskAgain()).isFalse();
    }
  }

  @Test
  void paysForEverySendAndEveryOctet() throws Exception {
    server
        .overUdp(Reaction.replies(ExchangeFixture::truncated))
        .overTcp(Reaction.replies(ExchangeFixture::longReply));
    limits = limits.toBuilder().sends(3).build();
    Budget budget = Budget.open(limits, time, limits.deadline());
    ask(budget);
    budget.spendSend();
    assertThatThrownBy(budget::spendSend).hasMessageContaining("limit of 3 queries to servers");
  }

  @Test
  void stopsReceivingAtTheLimitEvenOfJunk() {
    limits = limits.toBuilder().receivedOctets(100).build();
    server.overUdp(Reaction.sends(query -> new byte[8], query -> new byte[93]));
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.LimitReached.class));
  }

  @Test
  void endTheWait() {
    server.overUdp(Reaction.isInterrupted());
    assertInterrupted();
  }

  @Test
  void areSeenBeforeAnythingIsSent() {
    Thread.currentThread().interrupt();
    assertInterrupted();
    assertThat(server.sent()).isEmpty();
  }

  private void assertInterrupted() {
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Interrupted.class));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(book.addresses()).isZero();
  }

  @Test
  void notesTheRoundTripOfAReply() throws Exception {
    server.overUdp(Reaction.replies(ExchangeFixture::reply));
    ask();
    assertThat(book.usualNanos(ADDRESS)).isEqualTo(3 * Reaction.ROUND_TRIP.toNanos());
  }

  @Test
  void notesTheRoundTripOverAConnectionThatIsThere() throws Exception {
    Duration roundTrip = Duration.ofMillis(100);
    server
        .overUdp(Reaction.repliesAfter(roundTrip, ExchangeFixture::truncated))
        .overTcp(Reaction.repliesAfter(roundTrip, ExchangeFixture::longReply));
    ask();
    // Twice the same: the deviation is half of it at first, and a quarter less after the second.
    assertThat(book.usualNanos(ADDRESS))
        .isEqualTo(Duration.ofMillis(100 + 4 * 50 * 3 / 4).toNanos());
  }

  @Test
  void notesSilence() throws Exception {
    server.overUdp(Reaction.silence(), Reaction.silence()).overTcp(Reaction.silence());
    long before = book.timeoutNanos(ADDRESS);
    ask();
    assertThat(book.timeoutNanos(ADDRESS)).isEqualTo(before << 3);
  }

  static Stream<Arguments> whatAnybodyMightForge() {
    return Stream.of(
        Arguments.of(Reaction.fails(new PortUnreachableException())),
        Arguments.of(Reaction.sends(query -> new byte[12], query -> new byte[12])));
  }

  @ParameterizedTest
  @MethodSource("whatAnybodyMightForge")
  void notesNothingThatAnybodyMightForge(Reaction reaction) throws Exception {
    limits = limits.toBuilder().sendsPerServer(1).build();
    server.overUdp(reaction);
    ask();
    assertThat(book.addresses()).isZero();
  }
}
