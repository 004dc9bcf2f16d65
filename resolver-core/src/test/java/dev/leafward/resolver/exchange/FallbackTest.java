// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import static dev.leafward.resolver.answer.Protocol.TCP;
import static dev.leafward.resolver.answer.Protocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.servers.Insistence;
import dev.leafward.resolver.servers.ServerFailure;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FallbackTest extends ExchangeFixture {

  @Test
  void asksOnceIfTheReplyComes() throws Exception {
    server.overUdp(Reaction.replies(ExchangeFixture::reply));
    ExchangeResult result = ask();
    assertThat(result.reply()).isNotNull();
    assertThat(result.replied()).isTrue();
    assertThat(result.tries()).hasSize(1);
    Try only = result.tries().getFirst();
    assertThat(only.elapsedNanos()).isEqualTo(Reaction.ROUND_TRIP.toNanos());
    assertThat(only.octets()).isPositive();
    assertThat(only.protocol()).isEqualTo(UDP);
  }

  @Test
  void asksOverTcpWhenTruncated() throws Exception {
    server
        .overUdp(Reaction.replies(ExchangeFixture::truncated))
        .overTcp(Reaction.replies(ExchangeFixture::longReply));
    ExchangeResult result = ask();
    assertThat(kinds(result)).containsExactly(TryKind.TRUNCATED, TryKind.REPLIED);
    assertThat(result.reply()).isEqualTo(result.tries().getLast().reply());
  }

  @Test
  void givesUpWhenTruncatedOverTcpToo() throws Exception {
    server
        .overUdp(Reaction.replies(ExchangeFixture::truncated))
        .overTcp(Reaction.replies(ExchangeFixture::truncated));
    ExchangeResult result = ask();
    assertThat(result.reply()).isNull();
    assertThat(result.replied()).isTrue();
    assertThat(result.what()).isEqualTo("truncated over UDP, then truncated over TCP");
  }

  @Test
  void refusesMoreOverUdpThanItAskedFor() throws Exception {
    server
        .overUdp(Reaction.replies(ExchangeFixture::longReply))
        .overTcp(Reaction.replies(ExchangeFixture::longReply));
    ExchangeResult result = ask();
    assertThat(kinds(result)).containsExactly(TryKind.TOO_LONG, TryKind.REPLIED);
    assertThat(result.tries().getFirst().reply()).isNull();
  }

  @Test
  void leavesASilentServerAloneWhileThereAreOthers() throws Exception {
    insistence = Insistence.ONE_TRY;
    server.overUdp(Reaction.silence());
    ExchangeResult result = ask();
    assertThat(kinds(result)).containsExactly(TryKind.TIMED_OUT);
    assertThat(result.mayAskAgain()).isTrue();
  }

  @Test
  void asksASilentServerOnceMoreAndThenOverTcp() throws Exception {
    server
        .overUdp(Reaction.silence(), Reaction.silence())
        .overTcp(Reaction.replies(ExchangeFixture::reply));
    Exchanger exchanger = exchanger();
    Budget budget = Budget.open(limits, time, limits.deadline());
    try (Inquiry inquiry = inquiry(exchanger)) {
      ExchangeResult first = exchanger.ask(inquiry, SERVER, budget, Insistence.ONE_TRY);
      ExchangeResult second = exchanger.ask(inquiry, SERVER, budget, Insistence.ONE_TRY);
      ExchangeResult third = exchanger.ask(inquiry, SERVER, budget, Insistence.ONE_TRY);

      assertThat(first.mayAskAgain()).isTrue();
      assertThat(second.mayAskAgain()).isTrue();
      assertThat(kinds(third)).containsExactly(TryKind.REPLIED);
      assertThat(third.history()).hasSize(3);
    }
    assertThat(server.protocols()).containsExactly(UDP, UDP, TCP);
  }

  static Stream<Rcode> refusalsOfEdns() {
    return Stream.of(Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS);
  }

  @ParameterizedTest
  @MethodSource("refusalsOfEdns")
  void leavesOutEdnsWhenItIsRefused(Rcode rcode) throws Exception {
    server.overUdp(
        Reaction.replies(query -> Message.replyTo(query).rcode(rcode).edns(Edns.of(1232)).build()),
        Reaction.replies(ExchangeFixture::reply));
    ExchangeResult result = ask();
    assertThat(kinds(result)).containsExactly(TryKind.EDNS_REFUSED, TryKind.REPLIED);
    assertThat(result.what()).startsWith(rcode + " to EDNS over UDP");
    assertThat(server.sent().getLast().query().edns()).isEqualTo(Optional.empty());
  }

  @Test
  void leavesOutEdnsWhenARefusalWithoutTheQuestionIsAllThatComes() throws Exception {
    server.overUdp(
        Reaction.replies(query -> bare(query, Rcode.FORMERR)),
        Reaction.replies(ExchangeFixture::reply));
    assertThat(kinds(ask())).containsExactly(TryKind.EDNS_REFUSED, TryKind.REPLIED);
  }

  @Test
  void waitsForSomethingBetterThanARefusalWithoutTheQuestion() throws Exception {
    server.overUdp(
        Reaction.sends(
            query -> MessageCodec.encode(bare(query, Rcode.FORMERR)),
            query -> MessageCodec.encode(reply(query))));
    assertThat(kinds(ask())).containsExactly(TryKind.REPLIED);
  }

  @Test
  void takesARefusalWithoutTheQuestionOverTcpAtItsWord() throws Exception {
    options = options.overTcpOnly();
    server.overTcp(
        Reaction.replies(query -> bare(query, Rcode.NOTIMP)),
        Reaction.replies(ExchangeFixture::reply));
    assertThat(kinds(ask())).containsExactly(TryKind.EDNS_REFUSED, TryKind.REPLIED);
  }

  @Test
  void handsUpAFormatErrorToAQueryWithoutEdns() throws Exception {
    options = options.withoutEdns();
    server.overUdp(Reaction.replies(reply(Rcode.FORMERR)));
    ExchangeResult result = ask();
    assertThat(kinds(result)).containsExactly(TryKind.REPLIED);
    assertThat(result.reply()).isNotNull().returns(Rcode.FORMERR, Message::rcode);
  }

  @Test
  void asksOverTcpAfterTwoSilencesOverUdpAndNeverDropsEdnsForThem() throws Exception {
    server
        .overUdp(Reaction.silence(), Reaction.silence())
        .overTcp(Reaction.replies(ExchangeFixture::reply));
    long start = time.nanos();
    ExchangeResult result = ask();
    assertThat(result.reply()).isNotNull();
    assertThat(server.protocols()).containsExactly(UDP, UDP, TCP);
    assertThat(server.sent()).allMatch(sent -> sent.query().edns().isPresent());
    assertThat(time.nanos() - start).isLessThan(Duration.ofSeconds(3).toNanos());
  }

  @Test
  void doesNotInsistWhereTheWholeFamilyIsInDoubt() throws Exception {
    book.replied(InetAddresses.forString("2001:db8::1"), 1);
    book.failed(InetAddresses.forString("192.0.2.1"), ServerFailure.NO_ROUTE);
    server.overUdp(Reaction.silence());
    assertThat(kinds(ask())).containsExactly(TryKind.TIMED_OUT);
  }

  @Test
  void sendsEachTryUnderAnIdOfItsOwn() throws Exception {
    server
        .overUdp(Reaction.silence(), Reaction.silence())
        .overTcp(Reaction.replies(ExchangeFixture::reply));
    ask();
    assertThat(server.sent().stream().map(sent -> sent.query().id()).distinct()).hasSize(3);
  }

  @Test
  void asksOverTcpAtOnceWhenThePortIsUnreachable() throws Exception {
    server
        .overUdp(Reaction.fails(new PortUnreachableException()))
        .overTcp(Reaction.refuses(new ConnectException()));
    ExchangeResult result = ask();
    assertThat(result.reply()).isNull();
    assertThat(result.replied()).isFalse();
    assertThat(result.what())
        .isEqualTo("port unreachable over UDP, then connection refused over TCP");
  }

  @Test
  void givesUpAtOnceWithoutARoute() throws Exception {
    server.overUdp(Reaction.refuses(new NoRouteToHostException()));
    assertThat(ask().what()).isEqualTo("no route over UDP");
    book.replied(InetAddresses.forString("2001:db8::1"), 1);
    assertThat(book.isFamilySuspect(ADDRESS)).isTrue();
  }

  @Test
  void givesUpWhenThisMachineCannotSend() throws Exception {
    server.overUdp(Reaction.refuses(new SocketException("Too many open files")));
    assertThat(ask().what()).isEqualTo("network error: Too many open files over UDP");
    assertThat(book.addresses()).isZero();
  }

  @Test
  void blamesNoServerWhenThisMachineCannotOpenAConnection() throws Exception {
    options = options.overTcpOnly();
    server.overTcp(Reaction.refuses(new SocketException("Too many open files")));
    ExchangeResult result = ask();
    assertThat(result.isLocalFault()).isTrue();
    assertThat(book.addresses()).isZero();
  }

  static Stream<Arguments> brokenConnections() {
    return Stream.of(
        Arguments.of("refused", Reaction.refuses(new ConnectException())),
        Arguments.of("silent at connecting", Reaction.refuses(new SocketTimeoutException())),
        Arguments.of("accepted and closed", Reaction.fails(new EOFException())),
        Arguments.of("reset", Reaction.fails(new SocketException("Connection reset"))),
        Arguments.of("accepted and silent", Reaction.silence()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenConnections")
  void connectsOnlyOnce(String name, Reaction reaction) throws Exception {
    server.overUdp(Reaction.replies(ExchangeFixture::truncated)).overTcp(reaction);
    ExchangeResult result = ask();
    assertThat(result.reply()).isNull();
    assertThat(result.tries()).hasSize(2);
  }

  static Stream<Arguments> relentlessServers() {
    Reaction formatError = Reaction.replies(reply(Rcode.FORMERR));
    Reaction truncated = Reaction.replies(ExchangeFixture::truncated);
    return Stream.of(
        Arguments.of("always silent", Reaction.silence()),
        Arguments.of("always FORMERR", formatError),
        Arguments.of("always truncated", truncated),
        Arguments.of("always SERVFAIL", Reaction.replies(reply(Rcode.SERVFAIL))),
        Arguments.of("always malformed", Reaction.sends(query -> new byte[12])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relentlessServers")
  void neverSendsMoreThanTheLimit(String name, Reaction reaction) throws Exception {
    for (int limit = 1; limit <= 5; limit++) {
      limits = limits.toBuilder().sendsPerServer(limit).build();
      ScriptedServer relentless = new ScriptedServer(time);
      for (int i = 0; i < 10; i++) {
        relentless.overUdp(reaction).overTcp(reaction);
      }
      Exchanger exchanger =
          new Exchanger(
              relentless.udp(),
              relentless.tcp(),
              new QueryFactory(new Random(4)),
              book,
              limits,
              time,
              options);
      Budget budget = Budget.open(limits, time, Duration.ofMinutes(1));
      try (Inquiry inquiry = inquiry(exchanger)) {
        exchanger.ask(inquiry, SERVER, budget, Insistence.ALL_TRIES);
        exchanger.ask(inquiry, SERVER, budget, Insistence.ALL_TRIES);
      }
      assertThat(relentless.sent()).hasSizeBetween(1, Math.min(3, limit));
      assertThat(relentless.leftOpen()).isZero();
    }
  }
}
