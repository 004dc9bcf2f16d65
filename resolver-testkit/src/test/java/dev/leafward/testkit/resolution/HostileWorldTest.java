// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static dev.leafward.testkit.resolution.SmallWorld.asked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the world does wrong, by mistake or on purpose: the work ends, and the cache stays clean.
 */
class HostileWorldTest {

  private final SimulatedInternet internet = MockInternet.simulated(1);

  private Resolver smallWorld() {
    SmallWorld.in(internet);
    return internet.recursive().build();
  }

  private static Failure failure(Resolver resolver, String name) {
    try {
      Answer answer = resolver.resolve(name, RRType.A);
      throw new AssertionError("answered: " + answer);
    } catch (ResolutionException e) {
      return e.failure();
    }
  }

  private static String address(Answer answer) {
    return ((Answer.Found) answer)
        .addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" "));
  }

  private static ResourceRecord record(String line) throws Exception {
    return ZoneFileReader.readAll("$TTL 300\n" + line + "\n", DomainName.ROOT).getFirst();
  }

  /** Adds records to what the server honestly says. */
  private static Responder adding(Section section, String... lines) {
    return (query, occasion) -> {
      Message.Builder reply = occasion.honestMessage().toBuilder();
      for (String line : lines) {
        try {
          reply.add(section, record(line));
        } catch (Exception e) {
          throw new IllegalArgumentException(line, e);
        }
      }
      return List.of(occasion.reply(reply.build()));
    };
  }

  @Test
  void resolvesTheNameServersOfADelegationWithoutGlue() throws Exception {
    SmallWorld.in(internet);
    internet
        .zone("glueless.org.")
        .at("203.0.113.99")
        .text(
            """
            $TTL 300
            @ SOA ns.example.com. hostmaster 1 1800 900 604800 60
            @ NS ns1.example.com.
            www A 203.0.113.100
            """);
    internet.server(SmallWorld.ORG).responding(referringTo("glueless.org.", "ns1.example.com."));
    internet.server("192.0.2.53").serve(internet.zones().getLast());

    Answer answer = internet.recursive().build().resolve("www.glueless.org", RRType.A);

    assertThat(address(answer)).isEqualTo("203.0.113.100");
    assertThat(answer.explanation().toString()).contains("address of name server ns1.example.com.");
  }

  /** Refers everything below a zone to these name servers, without glue. */
  private static Responder referringTo(String zone, String... nameServers) {
    DomainName owner = DomainName.of(zone);
    return (query, occasion) -> {
      Message.Builder reply = Message.replyTo(query);
      for (String each : nameServers) {
        NS data = new NS(DomainName.of(each));
        reply.add(Section.AUTHORITY, new ResourceRecord(owner, RRClass.IN, 300, data));
      }
      return List.of(occasion.reply(reply.build()));
    };
  }

  @Test
  void believesNothingThatAZoneMayNotSay() throws Exception {
    Resolver resolver = smallWorld();
    for (String server : List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)) {
      internet
          .server(server)
          .responding(
              adding(
                  Section.ADDITIONAL,
                  "www.example.org. A 203.0.113.66",
                  "ns.nic.org. A 203.0.113.66",
                  "ns1.example.org. A 203.0.113.66"));
    }
    resolver.resolve("www.example.com", RRType.A);

    assertThat(address(resolver.resolve("www.example.org", RRType.A))).isEqualTo("203.0.113.80");
  }

  @Test
  void takesNoNameServersBesideAnAnswer() throws Exception {
    Resolver resolver = smallWorld();
    for (String server : List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)) {
      internet
          .server(server)
          .responding(
              adding(
                  Section.AUTHORITY,
                  "com. NS ns.evil.example.com.",
                  "example.com. NS ns.evil.example.com."));
    }
    resolver.resolve("www.example.com", RRType.A);
    internet.forgetQueries();
    resolver.resolve("alias.example.com", RRType.A);
    resolver.resolve("nosuch.com", RRType.A);

    assertThat(asked(internet)).last().asString().isEqualTo("192.0.2.1 nosuch.com. A");
    assertThat(asked(internet)).noneMatch(line -> line.contains("evil"));
  }

  /** SECURITY B4: a chain over two zones in one packet is only believed as far as its zone goes. */
  @Test
  void asksTheOwnServersOfAnAliasesTarget() throws Exception {
    Resolver resolver = smallWorld();
    for (String server : List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)) {
      internet.server(server).responding(adding(Section.ANSWER, "www.example.org. A 203.0.113.66"));
    }

    assertThat(address(resolver.resolve("away.example.com", RRType.A))).isEqualTo("203.0.113.80");
  }

  /** SECURITY F7: twelve of thirteen servers are lame. */
  @Test
  void findsTheOneServerThatIsNotLame() throws Exception {
    SmallWorld.in(internet);
    StringBuilder delegation = new StringBuilder("$TTL 300\n");
    for (int i = 0; i < 13; i++) {
      delegation.append("lame NS ns%d.lame\nns%d.lame A 203.0.113.%d\n".formatted(i, i, i));
    }
    SimulatedInternet world = MockInternet.simulated(7);
    SmallWorld.root(world, "");
    SmallWorld.com(world, delegation.toString());
    for (int i = 0; i < 12; i++) {
      world.server("203.0.113." + i).lame();
    }
    world
        .zone("lame.com.")
        .at("203.0.113.12")
        .text("$TTL 60\n@ SOA ns0 host 1 2 3 4 5\n@ NS ns0\nns0 A 203.0.113.0\nwww A 192.0.2.9\n");

    Answer answer = world.recursive().build().resolve("www.lame.com", RRType.A);

    assertThat(address(answer)).isEqualTo("192.0.2.9");
    assertThat(asked(world)).filteredOn(line -> line.startsWith("203.")).hasSizeLessThan(15);
  }

  @Test
  void findsTheOneServerOfFourThatIsNotSilent() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      SimulatedInternet world = MockInternet.simulated(seed);
      SmallWorld.root(world, "");
      SmallWorld.com(
          world,
          """
          quiet NS ns0.quiet
          quiet NS ns1.quiet
          quiet NS ns2.quiet
          quiet NS ns3.quiet
          ns0.quiet A 203.0.113.0
          ns1.quiet A 203.0.113.1
          ns2.quiet A 203.0.113.2
          ns3.quiet A 203.0.113.3
          """);
      world
          .zone("quiet.com.")
          .at("203.0.113.0", "203.0.113.1", "203.0.113.2", "203.0.113.3")
          .text("$TTL 60\n@ SOA ns0 h 1 2 3 4 5\n@ NS ns0\nns0 A 203.0.113.0\nwww A 192.0.2.9\n");
      for (int dead = 0; dead < 3; dead++) {
        world.server("203.0.113." + dead).silent().refusingTcp();
      }
      assertThat(address(world.recursive().build().resolve("www.quiet.com", RRType.A)))
          .as("seed " + seed)
          .isEqualTo("192.0.2.9");
    }
  }

  /** Two zones whose name servers are each in the other: only the parent's glue leads in. */
  @Test
  void asksTheParentAgainWhenGlueHasRunOut() throws Exception {
    SmallWorld.root(internet, "");
    SmallWorld.com(internet, "a NS ns.b\nb NS ns.a\nns.a A 203.0.113.1\nns.b A 203.0.113.2\n");
    internet
        .zone("a.com.")
        .at("203.0.113.2")
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns.b.com.\nns A 203.0.113.1\nwww A 192.0.2.1\n");
    internet
        .zone("b.com.")
        .at("203.0.113.1")
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns.a.com.\nns A 203.0.113.2\nwww A 192.0.2.2\n");
    Resolver resolver = internet.recursive().build();
    resolver.resolve("ns.a.com", RRType.A);
    resolver.resolve("ns.b.com", RRType.A);
    internet.time().advance(Duration.ofSeconds(61));

    assertThat(address(resolver.resolve("www.a.com", RRType.A))).isEqualTo("192.0.2.1");
  }

  /** A machine without IPv6, and glue of which only the IPv6 address is left in the cache. */
  @Test
  void asksTheParentAgainWhenOnlyAddressesOutOfReachAreLeft() throws Exception {
    SmallWorld.root(internet, "");
    SmallWorld.com(internet, "a NS ns.a\nns.a A 203.0.113.1\nns.a AAAA 2001:db8::10\n");
    internet
        .zone("a.com.")
        .at("203.0.113.1")
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 203.0.113.1\nwww A 192.0.2.1\n");
    Resolver resolver =
        internet
            .recursive()
            .udp(withoutIpv6(internet.udp()))
            .tcp(withoutIpv6(internet.tcp()))
            .build();
    resolver.resolve("ns.a.com", RRType.A);
    internet.time().advance(Duration.ofSeconds(61));

    assertThat(address(resolver.resolve("www.a.com", RRType.A))).isEqualTo("192.0.2.1");
  }

  private static Transport withoutIpv6(Transport transport) {
    return new Transport() {
      @Override
      public Protocol protocol() {
        return transport.protocol();
      }

      @Override
      public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
        if (server.getAddress() instanceof Inet6Address) {
          throw new NoRouteToHostException("no route to " + server);
        }
        return transport.open(server, deadlineNanos);
      }
    };
  }

  @Test
  void asksAnotherServerWhenOneIsSilent() throws Exception {
    Resolver resolver = smallWorld();
    internet.server(SmallWorld.EXAMPLE_COM).silent();
    for (int i = 0; i < 8; i++) {
      Answer answer = resolver.resolve("n" + i + ".example.com", RRType.A);
      assertThat(answer).isInstanceOf(Answer.NoSuchName.class);
    }
    assertThat(internet.queriesTo(SmallWorld.EXAMPLE_COM)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void saysWhatEachServerDid() {
    Resolver resolver = smallWorld();
    internet.server(SmallWorld.EXAMPLE_COM).refusing();
    internet.server(SmallWorld.EXAMPLE_COM_2).failing();

    Failure failure = failure(resolver, "www.example.com");

    assertThat(failure.sentence())
        .startsWith("no server of example.com. gave a usable reply for www.example.com. IN A: ")
        .contains("ns1.example.com. (192.0.2.53) is lame: refuses the question")
        .contains("ns2.example.com. (192.0.2.54) is unusable: the server says SERVFAIL");
  }

  @Test
  void givesUpAtTheDeadlineWhereNobodyAnswers() {
    Resolver resolver = smallWorld();
    internet.server(SmallWorld.ROOT).silent();
    long before = internet.time().nanos();

    Failure failure = failure(resolver, "www.example.com");

    assertThat(Duration.ofNanos(internet.time().nanos() - before))
        .isLessThanOrEqualTo(Duration.ofSeconds(7).plusMillis(1));
    assertThat(failure.sentence()).contains("a.root-servers.net. (198.41.0.4)");
  }

  @Test
  void goesOnThroughAReferralThatMayNotBeCached() throws Exception {
    SmallWorld.root(internet, "");
    SmallWorld.com(internet, "zero 0 NS ns.zero\nns.zero 0 A 203.0.113.7\n");
    internet
        .zone("zero.com.")
        .at("203.0.113.7")
        .text("$TTL 0\n@ SOA ns host 1 2 3 4 5\n@ NS ns\nns A 203.0.113.7\nwww A 192.0.2.7\n");

    Answer answer = internet.recursive().build().resolve("www.zero.com", RRType.A);

    assertThat(address(answer)).isEqualTo("192.0.2.7");
  }

  /** SECURITY B8, ghost domains: the child does not outlive what its parent says. */
  @Test
  void letsARevokedDelegationDieOnTime() throws Exception {
    SmallWorld.root(internet, "");
    SmallWorld.com(internet, "ghost 600 NS ns.ghost\nns.ghost 600 A 203.0.113.7\n");
    internet
        .zone("ghost.com.")
        .at("203.0.113.7")
        .text(
            "$TTL 86400\n@ SOA ns host 1 2 3 4 0\n@ NS ns\nns A 203.0.113.7\nwww 1 A 192.0.2.7\n");
    Resolver resolver = internet.recursive().build();
    resolver.resolve("www.ghost.com", RRType.A);
    internet.server(SmallWorld.COM).responding(revoking("ghost.com."));

    for (int second = 0; second < 600; second += 60) {
      internet.time().advance(Duration.ofSeconds(60));
      resolver.resolve("ghost.com", RRType.NS);
      resolver.resolve("ns.ghost.com", RRType.A);
    }

    assertThat(resolver.resolve("www.ghost.com", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
  }

  private static Responder revoking(String zone) {
    return (query, occasion) -> {
      Question question = query.questions().getFirst();
      if (!question.name().isAtOrBelow(DomainName.of(zone))) {
        return List.of(occasion.honest());
      }
      try {
        Message.Builder reply = Message.replyTo(query).authoritative().rcode(Rcode.NXDOMAIN);
        reply.add(Section.AUTHORITY, record("com. SOA a.gtld-servers.com. h. 2 3 4 5 60"));
        return List.of(Reply.of(MessageCodec.encode(reply.build())));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  @Test
  void survivesLossOnEveryLink() throws Exception {
    Resolver resolver = smallWorld();
    internet.conditions(LinkConditions.of(Duration.ofMillis(10)).withLoss(0.1));
    int answered = 0;
    for (int i = 0; i < 100; i++) {
      answered +=
          resolver.resolve("n" + i + ".example.com", RRType.A) instanceof Answer.NoSuchName ? 1 : 0;
    }
    assertThat(answered).isEqualTo(100);
  }
}
