// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer wrongly, in part, or not at all, and what is remembered of them. */
class BrokenServersTest {

  private static final String SERVER = "203.0.113.1";

  private final SimulatedInternet internet = MockInternet.simulated(5);

  private Resolver zoo(int servers) {
    Zoo.in(internet, Zoo.addresses(servers));
    return internet.recursive().build();
  }

  private List<Protocol> protocols() {
    return internet.queriesTo(SERVER).stream().map(ReceivedQuery::protocol).toList();
  }

  private static Responder onlyOverTcp() {
    return (query, occasion) ->
        occasion.protocol() == Protocol.TCP ? List.of(occasion.honest()) : List.of();
  }

  @Test
  @DisplayName("F1: a server that hears only TCP costs two datagrams, once")
  void findsOutThatAServerHearsOnlyTcp() {
    Resolver resolver = zoo(1);
    internet.server(SERVER).responding(onlyOverTcp());

    assertThat(Zoo.time(resolver, internet, "ape")).isLessThan(Duration.ofSeconds(3));
    assertThat(protocols()).containsExactly(Protocol.UDP, Protocol.UDP, Protocol.TCP);
    internet.forgetQueries();
    assertThat(Zoo.finds(resolver, "bat")).isTrue();
    assertThat(protocols()).containsExactly(Protocol.TCP);
  }

  @Test
  @DisplayName("F2: silence to EDNS never switches it off")
  void neverLeavesOutEdnsForSilence() {
    Resolver resolver = zoo(1);
    internet
        .server(SERVER)
        .responding(
            (query, occasion) -> query.edns().isPresent() ? List.of() : List.of(occasion.honest()));

    assertThat(Zoo.finds(resolver, "ape")).isFalse();
    assertThat(internet.queriesTo(SERVER)).isNotEmpty().allMatch(ReceivedQuery::hasEdns);
  }

  static Stream<Arguments> hostileToEdns() {
    return Stream.of(
        Arguments.of("FORMERR", refusing(Rcode.FORMERR), 2),
        Arguments.of("NOTIMP", refusing(Rcode.NOTIMP), 2),
        Arguments.of("BADVERS", refusing(Rcode.BADVERS), 2),
        Arguments.of("FORMERR without the question", bareFormatError(), 2));
  }

  private static Responder refusing(Rcode rcode) {
    return (query, occasion) ->
        query.edns().isEmpty()
            ? List.of(occasion.honest())
            : List.of(
                occasion.reply(Message.replyTo(query).rcode(rcode).edns(Edns.of(1232)).build()));
  }

  private static Responder bareFormatError() {
    return (query, occasion) ->
        query.edns().isEmpty()
            ? List.of(occasion.honest())
            : List.of(
                occasion.reply(
                    Message.builder().id(query.id()).response().rcode(Rcode.FORMERR).build()));
  }

  @ParameterizedTest(name = "F2, goal 40: {0}")
  @MethodSource("hostileToEdns")
  void asksOnceMoreWithoutEdnsWhereItIsRefused(String name, Responder hostile, int sends) {
    Resolver resolver = zoo(1);
    internet.server(SERVER).responding(hostile);

    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    assertThat(internet.queriesTo(SERVER)).hasSize(sends);
  }

  @Test
  @DisplayName("F2: whoever refused EDNS and repeated the question is asked without it later")
  void remembersThatEdnsWasRefused() {
    Resolver resolver = zoo(1);
    internet.server(SERVER).responding(refusing(Rcode.FORMERR));
    Zoo.finds(resolver, "ape");
    internet.forgetQueries();

    assertThat(Zoo.finds(resolver, "bat")).isTrue();
    assertThat(internet.queriesTo(SERVER)).hasSize(1).noneMatch(ReceivedQuery::hasEdns);
  }

  @Test
  @DisplayName("A5: a FORMERR that may be forged, as it repeats nothing, is not remembered")
  void remembersNoRefusalThatMayBeForged() {
    Resolver resolver = zoo(1);
    internet.server(SERVER).responding(bareFormatError());
    Zoo.finds(resolver, "ape");
    internet.server(SERVER).healthy();
    internet.forgetQueries();

    assertThat(Zoo.finds(resolver, "bat")).isTrue();
    assertThat(internet.queriesTo(SERVER)).hasSize(1).allMatch(ReceivedQuery::hasEdns);
  }

  @Test
  @DisplayName("F2, goal 40: a stripped OPT costs nothing")
  void takesAReplyWithoutOpt() {
    Resolver resolver = zoo(1);
    internet.server(SERVER).ignoringEdns();

    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    assertThat(internet.queriesTo(SERVER)).hasSize(1);
  }

  @Test
  @DisplayName("F3: TC for ever, over TCP too, costs two sends and the next server is asked")
  void goesToTheNextServerWhereEverythingIsTruncated() {
    Resolver resolver = zoo(2);
    internet.conditions("203.0.113.2", LinkConditions.of(Duration.ofMillis(300)));
    internet
        .server(SERVER)
        .responding((query, occasion) ->
            List.of(occasion.reply(Message.replyTo(query).truncated().build())));
    for (int i = 0; i < 8; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
    assertThat(protocols()).startsWith(Protocol.UDP, Protocol.TCP).hasSizeLessThanOrEqualTo(8);
  }

  private static Responder resolverAsAuthority() {
    return (query, occasion) ->
        List.of(
            occasion.reply(
                occasion.honestMessage().toBuilder()
                    .flag(HeaderFlag.RA)
                    .clear(HeaderFlag.AA)
                    .build()));
  }

  @ParameterizedTest(name = "F7, goal 42: twelve of thirteen servers are {0}")
  @ValueSource(strings = {"REFUSED", "SERVFAIL", "lame", "resolvers", "mixed"})
  void findsTheOneServerThatServesTheZone(String kind) {
    Resolver resolver = zoo(13);
    for (int i = 1; i < 13; i++) {
      spoil(internet.server("203.0.113." + i), kind.equals("mixed") ? i % 4 : kinds(kind));
    }
    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    assertThat(Zoo.sends(internet)).isLessThanOrEqualTo(14);
    for (int i = 0; i < 10; i++) {
      internet.forgetQueries();
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
      assertThat(internet.queries()).hasSizeLessThanOrEqualTo(2);
    }
  }

  private static int kinds(String kind) {
    return List.of("REFUSED", "SERVFAIL", "lame", "resolvers").indexOf(kind);
  }

  private static void spoil(MockServer server, int kind) {
    switch (kind) {
      case 0 -> server.refusing();
      case 1 -> server.failing();
      case 2 -> server.lame();
      default -> server.responding(resolverAsAuthority());
    }
  }

  private static Responder sayingNothing() {
    return (query, occasion) ->
        List.of(occasion.reply(Message.replyTo(query).authoritative().build()));
  }

  @ParameterizedTest(name = "F7: {0} of three servers deny everything and say nothing else")
  @ValueSource(ints = {1, 2, 3})
  void asksOthersWhereAServerSaysNothingAtAll(int broken) {
    Resolver resolver = zoo(3);
    for (int i = 1; i <= broken; i++) {
      internet.server("203.0.113." + i).responding(sayingNothing());
    }
    for (int i = 0; i < 10; i++) {
      long before = Zoo.sends(internet);
      assertThat(Zoo.outcome(resolver, "n" + i)).isEqualTo(broken < 3 ? "192.0.2.99" : "NoData");
      assertThat(Zoo.sends(internet) - before).isLessThanOrEqualTo(3);
    }
  }

  @Test
  @DisplayName("C11: a resolver in the place of an authority is asked once")
  void asksAResolverInThePlaceOfAnAuthorityOnce() {
    Resolver resolver = zoo(1);
    internet.server(SERVER).responding(resolverAsAuthority());

    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    assertThat(internet.queriesTo(SERVER))
        .hasSize(1)
        .noneMatch(each -> each.message().header().isRecursionDesired());
  }

  @Test
  @DisplayName("F9, goal 44: a zone whose servers are all dead")
  void leavesAZoneAloneWhoseServersAreAllDead() {
    Resolver resolver = zoo(3);
    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    for (String address : Zoo.addresses(3)) {
      internet.server(address).silent().refusingTcp();
    }
    long before = Zoo.sends(internet);
    assertThat(Zoo.finds(resolver, "bat")).isFalse();
    assertThat(Zoo.sends(internet) - before).isLessThanOrEqualTo(9);

    for (int minute = 0; minute < 10; minute++) {
      before = Zoo.sends(internet);
      for (int second = 0; second < 60; second += 2) {
        internet.time().advance(Duration.ofSeconds(2));
        assertThat(Zoo.finds(resolver, "n" + minute + "-" + second)).isFalse();
      }
      assertThat(Zoo.sends(internet) - before).as("minute " + minute).isLessThanOrEqualTo(4);
    }

    for (String address : Zoo.addresses(3)) {
      internet.server(address).healthy();
    }
    int waited = 0;
    while (!Zoo.finds(resolver, "back" + waited)) {
      internet.time().advance(Duration.ofSeconds(1));
      assertThat(++waited).isLessThanOrEqualTo(30);
    }
  }

  @Test
  @DisplayName("F9: a server that drops questions for IPv6 addresses is not dead (RFC 4074)")
  void goesOnAskingAServerThatDropsSomeTypes() {
    Resolver resolver = zoo(1);
    internet
        .server(SERVER)
        .responding((query, occasion) ->
            query.question().orElseThrow().type().equals(RRType.AAAA)
                ? List.of()
                : List.of(occasion.honest()));
    for (int i = 0; i < 5; i++) {
      String name = "n" + i + ".zoo.com";
      assertThatThrownBy(() -> resolver.resolve(name, RRType.AAAA))
          .isInstanceOf(ResolutionException.class);
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
  }

  static Stream<Arguments> relentless() {
    List<Rcode> rcodes =
        List.of(
            Rcode.FORMERR,
            Rcode.SERVFAIL,
            Rcode.NOTIMP,
            Rcode.REFUSED,
            Rcode.YXDOMAIN,
            Rcode.NOTAUTH,
            Rcode.BADVERS,
            Rcode.BADCOOKIE,
            Rcode.of(14));
    return rcodes.stream()
        .flatMap(rcode ->
            IntStream.range(0, 4)
                .mapToObj(kind -> Arguments.of(rcode, (kind & 1) != 0, (kind & 2) != 0)));
  }

  @ParameterizedTest(name = "C15, goal 14: {0} for ever, with OPT {1}, truncated {2}")
  @MethodSource("relentless")
  void endsWhereOneServerSaysTheSameForEver(Rcode rcode, boolean opt, boolean truncated) {
    Resolver resolver = zoo(1);
    internet
        .server(SERVER)
        .responding((query, occasion) -> {
          Message.Builder reply = Message.replyTo(query).rcode(rcode);
          if (truncated) {
            reply.truncated();
          }
          if (opt || rcode.code() > 15) {
            reply.edns(Edns.of(1232));
          } else {
            reply.withoutEdns();
          }
          return List.of(Reply.of(MessageCodec.encode(reply.build())));
        });

    assertThat(Zoo.finds(resolver, "ape")).isFalse();
    assertThat(internet.queriesTo(SERVER)).hasSizeBetween(1, 3);
  }
}
