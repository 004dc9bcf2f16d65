// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.net.Inet4Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What somebody sends who cannot see our queries, beside what the server says. */
class ForgeryTest {

  private static final String SERVER = "203.0.113.1";
  private static final A FORGED_ADDRESS =
      new A((Inet4Address) InetAddresses.forString("203.0.113.66"));

  private final SimulatedInternet internet = MockInternet.simulated(6);

  private Resolver zoo() {
    Zoo.in(internet, Zoo.addresses(1));
    return internet.recursive().build();
  }

  /** Sends these before the true reply, over UDP. */
  private static Responder preceded(UnaryOperator<List<Reply>> forgeries) {
    return (query, occasion) -> {
      List<Reply> replies = new ArrayList<>();
      if (occasion.protocol() == Protocol.UDP) {
        replies.addAll(forgeries.apply(List.of(forged(query, occasion))));
      }
      replies.add(occasion.honest());
      return replies;
    };
  }

  private static Reply forged(Message query, Occasion occasion) {
    return occasion.reply(forgery(query).build());
  }

  /** What an outsider would have us believe; it lacks only what he cannot know. */
  private static Message.Builder forgery(Message query) {
    DomainName name = query.questions().getFirst().name();
    return Message.replyTo(query)
        .authoritative()
        .answer(new ResourceRecord(name, RRClass.IN, 86_400, FORGED_ADDRESS));
  }

  private static Reply withId(Reply reply, int id) {
    byte[] octets = reply.octets().toArray();
    octets[0] = (byte) (id >> 8);
    octets[1] = (byte) id;
    return Reply.of(octets);
  }

  private static int idOf(Reply reply) {
    byte[] octets = reply.octets().toArray();
    return (octets[0] & 0xFF) << 8 | (octets[1] & 0xFF);
  }

  @Test
  @DisplayName("A4, goal 19: 65,535 wrong IDs, then the right one")
  void considersOneGuessAndTurnsToTcp() {
    Resolver resolver = zoo();
    internet
        .server(SERVER)
        .responding(
            preceded(forged -> {
              int right = idOf(forged.getFirst());
              List<Reply> flood = new ArrayList<>();
              for (int id = 0; id < 65_536; id++) {
                if (id != right) {
                  flood.add(withId(forged.getFirst(), id));
                }
              }
              flood.add(forged.getFirst());
              return flood;
            }));

    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    assertThat(internet.queriesTo(SERVER))
        .extracting(ReceivedQuery::protocol)
        .containsExactly(Protocol.UDP, Protocol.TCP);
  }

  @Test
  @DisplayName("A4: ten thousand questions under such a flood are answered truly")
  void cachesNothingForgedInTenThousandRuns() {
    Resolver resolver = zoo();
    internet
        .server(SERVER)
        .responding(
            preceded(forged -> {
              int right = idOf(forged.getFirst());
              return List.of(
                  withId(forged.getFirst(), right ^ 1),
                  withId(forged.getFirst(), right ^ 2),
                  forged.getFirst());
            }));
    for (int i = 0; i < 10_000; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
    assertThat(internet.queriesTo(SERVER)).hasSize(20_000);
  }

  @Test
  @DisplayName("A6: the case of letters is random, and compared exactly")
  void mixesTheCaseOfLetters() throws Exception {
    Zoo.in(internet, Zoo.addresses(1));
    Resolver resolver = internet.recursive().mixCase().build();
    internet.server(SERVER).responding(preceded(forged -> List.of(lowerCased(forged.getFirst()))));
    Set<String> cases = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Answer answer = resolver.resolve("abcdefghijklmnopqrstuvwxyz" + i + ".zoo.com", RRType.A);
      assertThat(((Answer.Found) answer).rrsets())
          .allMatch(each ->
              each.name().toString().matches("[a-z]+[0-9]+\\.zoo\\.com\\.")
                  && !each.rdata().contains(FORGED_ADDRESS));
    }
    for (ReceivedQuery each : internet.queriesTo(SERVER)) {
      cases.add(each.question().orElseThrow().name().suffix(2).toString());
    }
    assertThat(cases.size()).isGreaterThan(50);
    assertThat(cases).allMatch(name -> name.equalsIgnoreCase("zoo.com."));
  }

  private static Reply lowerCased(Reply reply) {
    byte[] octets = reply.octets().toArray();
    for (int at = 12; octets[at] != 0; at++) {
      octets[at] = octets[at] >= 'A' && octets[at] <= 'Z' ? (byte) (octets[at] | 0x20) : octets[at];
    }
    return Reply.of(octets);
  }

  @Test
  @DisplayName("A6: a server that makes all letters small costs one query over TCP")
  void asksAServerThatLowersCaseOverTcpOnce() {
    Zoo.in(internet, Zoo.addresses(1));
    Resolver resolver = internet.recursive().mixCase().build();
    internet.server(SERVER).responding((query, occasion) -> List.of(lowerCased(occasion.honest())));
    for (int i = 0; i < 100; i++) {
      assertThat(Zoo.finds(resolver, "Animal" + i)).isTrue();
    }
    assertThat(internet.queriesTo(SERVER)).hasSize(101);
    assertThat(internet.queriesTo(SERVER)).filteredOn(q -> q.protocol() == Protocol.TCP).hasSize(1);
  }

  /** A server with cookies: a right one in, a right one out. */
  private static Responder withCookies(boolean requires) {
    return (query, occasion) -> {
      Cookie got = query.edns().flatMap(edns -> edns.option(Cookie.class)).orElse(null);
      if (got == null) {
        return List.of(occasion.honest());
      }
      Octets own = Octets.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
      Edns edns = Edns.of(1232).withOption(new Cookie(got.client(), own));
      if (requires && !got.server().equals(own) && occasion.protocol() == Protocol.UDP) {
        return List.of(
            occasion.reply(Message.replyTo(query).rcode(Rcode.BADCOOKIE).edns(edns).build()));
      }
      return List.of(occasion.reply(occasion.honestMessage().toBuilder().edns(edns).build()));
    };
  }

  @Test
  @DisplayName("A7: of a server with cookies no reply is taken without ours")
  void takesNoReplyWithoutOurCookie() {
    Resolver resolver = zoo();
    internet.server(SERVER).responding(withCookies(false));
    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    internet.forgetQueries();

    internet
        .server(SERVER)
        .responding((query, occasion) -> {
          List<Reply> replies = new ArrayList<>();
          if (occasion.protocol() == Protocol.UDP) {
            replies.add(wrongCookie(query, occasion));
            replies.add(forged(query, occasion));
          }
          replies.addAll(withCookies(false).respond(query, occasion));
          return replies;
        });
    for (int i = 0; i < 100; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
    assertThat(internet.queriesTo(SERVER)).hasSize(200);
  }

  private static Reply wrongCookie(Message query, Occasion occasion) {
    Octets guess = Octets.of(new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
    Edns edns = Edns.of(1232).withOption(new Cookie(guess, guess));
    return occasion.reply(forgery(query).edns(edns).build());
  }

  @Test
  @DisplayName("A7: a wrong cookie is ignored, and the true reply awaited")
  void waitsForTheReplyWithOurCookie() {
    Resolver resolver = zoo();
    internet
        .server(SERVER)
        .responding((query, occasion) -> {
          List<Reply> replies = new ArrayList<>();
          replies.add(wrongCookie(query, occasion));
          replies.addAll(withCookies(false).respond(query, occasion));
          return replies;
        });
    for (int i = 0; i < 100; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
    assertThat(internet.queriesTo(SERVER)).hasSize(100);
  }

  @Test
  @DisplayName("A7: a server that wants its cookie is asked once more, and then never")
  void sendsTheCookieThatAServerWants() {
    Resolver resolver = zoo();
    internet.server(SERVER).responding(withCookies(true));
    for (int i = 0; i < 10; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
    assertThat(internet.queriesTo(SERVER)).hasSize(11).allMatch(q -> q.protocol() == Protocol.UDP);
  }

  @Test
  @DisplayName("A7: BADCOOKIE for ever costs two datagrams and one TCP query")
  void endsWhereAServerWantsCookiesForEver() {
    Resolver resolver = zoo();
    internet
        .server(SERVER)
        .responding((query, occasion) ->
            List.of(
                occasion.reply(
                    Message.replyTo(query).rcode(Rcode.BADCOOKIE).edns(Edns.of(1232)).build())));
    assertThat(Zoo.finds(resolver, "ape")).isFalse();
    assertThat(internet.queriesTo(SERVER))
        .extracting(ReceivedQuery::protocol)
        .containsExactly(Protocol.UDP, Protocol.UDP, Protocol.TCP);
  }

  @Test
  @DisplayName("A7: a server that gives cookies up is asked over TCP once")
  void noticesThatAServerHasGivenCookiesUp() {
    Resolver resolver = zoo();
    internet.server(SERVER).responding(withCookies(false));
    Zoo.finds(resolver, "ape");
    internet.server(SERVER).healthy();
    internet.forgetQueries();
    for (int i = 0; i < 10; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
    assertThat(internet.queriesTo(SERVER)).hasSize(11);
  }

  @Test
  @DisplayName("A7: cookies differ from server to server, and change with time")
  void givesEachServerAnotherCookie() {
    Zoo.in(internet, Zoo.addresses(3));
    Resolver resolver = internet.recursive().build();
    Set<String> cookies = new HashSet<>();
    for (int day = 0; day < 3; day++) {
      for (int i = 0; i < 30; i++) {
        Zoo.finds(resolver, "n" + day + "-" + i);
      }
      internet.time().advance(Duration.ofHours(25));
    }
    internet.queries().stream()
        .map(each -> each.message().edns().orElseThrow().option(Cookie.class).orElseThrow())
        .forEach(cookie -> cookies.add(cookie.client().hex()));
    assertThat(cookies.size()).isBetween(9, 15);
  }

  @Test
  @DisplayName("A9: 1232 octets are asked for, and more is not taken over UDP")
  void takesNoMoreOverUdpThanItAskedFor() {
    Resolver resolver = zoo();
    internet
        .server(SERVER)
        .responding((query, occasion) -> {
          byte[] long1233 = Arrays.copyOf(occasion.honest().octets().toArray(), 1_233);
          return occasion.protocol() == Protocol.UDP
              ? List.of(Reply.of(long1233))
              : List.of(occasion.honest());
        });
    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    assertThat(internet.queries())
        .allMatch(each -> each.message().edns().orElseThrow().udpPayloadSize() == 1_232);
    assertThat(internet.queriesTo(SERVER))
        .extracting(ReceivedQuery::protocol)
        .containsExactly(Protocol.UDP, Protocol.TCP);
  }

  @Test
  @DisplayName("A12: ten thousand replies to other questions")
  void ignoresRepliesToOtherQuestions() {
    Resolver resolver = zoo();
    internet
        .server(SERVER)
        .responding((query, occasion) -> {
          List<Reply> replies = new ArrayList<>();
          IntStream.range(0, 100).mapToObj(i -> misquoted(query, i)).forEach(replies::add);
          replies.add(occasion.honest());
          return replies;
        });
    for (int i = 0; i < 100; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
    }
    assertThat(internet.queriesTo(SERVER)).hasSize(100);
  }

  private static Reply misquoted(Message query, int kind) {
    Question asked = query.questions().getFirst();
    Message.Builder reply = forgery(query);
    List<Question> others =
        switch (kind % 5) {
          case 0 -> List.of();
          case 1 -> List.of(asked, asked);
          case 2 -> List.of(new Question(DomainName.of("x" + kind + ".zoo.com."), RRType.A));
          case 3 -> List.of(new Question(asked.name(), RRType.of(2 + kind)));
          default -> List.of(new Question(asked.name(), RRType.A, RRClass.CH));
        };
    Message.Builder bare = Message.builder().id(query.id()).response().authoritative();
    others.forEach(bare::question);
    reply.build().answers().forEach(bare::answer);
    return Reply.of(MessageCodec.encode(bare.build()));
  }
}
