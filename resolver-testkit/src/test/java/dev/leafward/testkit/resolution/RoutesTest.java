// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static dev.leafward.testkit.resolution.SmallWorld.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.RouteOption;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.StubZone;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that take another way than iteration from the root: forward and stub zones. */
class RoutesTest {

  private static final String FORWARDER = "10.0.0.1";
  private static final String FORWARDER_2 = "10.0.0.2";
  private static final String STUB = "10.0.0.3";

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));

  private Resolver with(Routes routes) {
    return internet.recursive().routes(routes).build();
  }

  private Resolver forwarding(String zone, String... servers) {
    return with(Routes.builder().forward(ForwardZone.of(zone, servers)).build());
  }

  private static List<String> addresses(Answer answer) {
    return ((Answer.Found) answer).addresses().stream().map(InetAddress::getHostAddress).toList();
  }

  /** A resolver that says of everything what these sections say, without AA. */
  private static Responder saying(Rcode rcode, String answers, String authorities, String extras) {
    return (query, occasion) -> {
      Message.Builder reply = Message.replyTo(query).flag(HeaderFlag.RA).rcode(rcode);
      read(answers).forEach(record -> reply.add(Section.ANSWER, record));
      read(authorities).forEach(record -> reply.add(Section.AUTHORITY, record));
      read(extras).forEach(record -> reply.add(Section.ADDITIONAL, record));
      return List.of(occasion.reply(reply.build()));
    };
  }

  private static List<ResourceRecord> read(String records) {
    try {
      return ZoneFileReader.readAll(records, DomainName.ROOT);
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(records, e);
    }
  }

  private static Responder saying(String answers) {
    return saying(Rcode.NOERROR, answers, "", "");
  }

  /** A network to which this machine has no way as long as it is down. */
  private record Outage(Transport behind, AtomicBoolean down) implements Transport {

    @Override
    public Protocol protocol() {
      return behind.protocol();
    }

    @Override
    public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
      if (down.get()) {
        throw new SocketException("Too many open files");
      }
      return behind.open(server, deadlineNanos);
    }
  }

  @Test
  void remembersNoFailureOfThisMachineToReachAForwarder() throws Exception {
    internet.server(FORWARDER).responding(saying("www.corp.example. 60 A 10.1.1.1"));
    AtomicBoolean down = new AtomicBoolean(true);
    Routes routes = Routes.builder().forward(ForwardZone.of("corp.example", FORWARDER)).build();
    try (Resolver resolver =
        internet
            .recursive()
            .routes(routes)
            .aroundTransports(network -> new Outage(network, down))
            .build()) {
      assertThatThrownBy(() -> resolver.resolve("www.corp.example", RRType.A))
          .isInstanceOf(ResolutionException.class);
      down.set(false);
      assertThat(addresses(resolver.resolve("www.corp.example", RRType.A)))
          .containsExactly("10.1.1.1");
    }
  }

  @Test
  void forwardsTheNamesOfAZoneWithRecursionDesired() throws Exception {
    internet.server(FORWARDER).responding(saying("www.corp.example. 60 A 10.1.1.1"));

    Answer answer = forwarding("corp.example", FORWARDER).resolve("www.corp.example", RRType.A);

    assertThat(addresses(answer)).containsExactly("10.1.1.1");
    assertThat(asked(internet)).containsExactly("10.0.0.1 www.corp.example. A");
    assertThat(internet.queries()).allMatch(query -> query.message().header().isRecursionDesired());
    assertThat(answer.explanation().steps().getFirst())
        .isInstanceOfSatisfying(
            Step.Routed.class,
            step -> assertThat(step.route()).isEqualTo("forward zone corp.example. -> 10.0.0.1"));
  }

  @Test
  void iteratesOutsideTheForwardZone() throws Exception {
    Answer answer = forwarding("corp.example", FORWARDER).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(internet.queriesTo(FORWARDER)).isEmpty();
    assertThat(internet.queries())
        .noneMatch(query -> query.message().header().isRecursionDesired());
  }

  @Test
  void forwardsEverythingInOneLine() throws Exception {
    internet
        .server(FORWARDER)
        .responding(
            saying(
                "www.example.com. 60 CNAME web.example.org.\nweb.example.org. 60 A 203.0.113.9"));

    Answer answer = with(Routes.forwardAll(FORWARDER)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("203.0.113.9");
    assertThat(asked(internet)).containsExactly("10.0.0.1 www.example.com. A");
  }

  @Test
  void takesTheNextForwarderWhenOneFails() throws Exception {
    internet.server(FORWARDER).failing();
    internet.server(FORWARDER_2).responding(saying("www.corp.example. 60 A 10.1.1.1"));
    Resolver resolver = forwarding("corp.example", FORWARDER, FORWARDER_2);

    for (String name : List.of("www.corp.example", "www.corp.example")) {
      assertThat(addresses(resolver.resolve(name, RRType.A))).containsExactly("10.1.1.1");
    }
    assertThat(internet.queriesTo(FORWARDER_2)).hasSize(1);
  }

  @Test
  void failsWhenAllForwardersFail() {
    internet.server(FORWARDER).refusing();

    assertThatThrownBy(
            () -> forwarding("example.com", FORWARDER).resolve("www.example.com", RRType.A))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.NoUsableServer.class));
    assertThat(internet.queries()).allMatch(query -> isTo(query, FORWARDER));
  }

  private static boolean isTo(ReceivedQuery query, String server) {
    return query.server().getAddress().getHostAddress().equals(server);
  }

  @Test
  void iteratesWhenForwardersFailThatAreOnlyAFirstTry() throws Exception {
    internet.server(FORWARDER).failing();

    Resolver resolver =
        with(
            Routes.builder()
                .forward(ForwardZone.of("example.com", FORWARDER).with(RouteOption.FIRST))
                .build());

    assertThat(addresses(resolver.resolve("www.example.com", RRType.A)))
        .containsExactly("192.0.2.80");
    assertThat(internet.queriesTo(FORWARDER)).isNotEmpty();
  }

  @Test
  void asksForwardersOverTcpOnlyIfToldTo() throws Exception {
    internet.server(FORWARDER).responding(saying("www.corp.example. 60 A 10.1.1.1"));

    with(Routes.builder()
            .forward(ForwardZone.of("corp.example", FORWARDER).with(RouteOption.TCP_ONLY))
            .build())
        .resolve("www.corp.example", RRType.A);

    assertThat(internet.queries()).extracting(ReceivedQuery::protocol).containsOnly(Protocol.TCP);
  }

  @Test
  void asksAgainWhatMayNotBeCached() throws Exception {
    internet.server(FORWARDER).responding(saying("www.corp.example. 60 A 10.1.1.1"));
    Resolver resolver =
        with(
            Routes.builder()
                .forward(ForwardZone.of("corp.example", FORWARDER).with(RouteOption.UNCACHED))
                .build());

    resolver.resolve("www.corp.example", RRType.A);
    resolver.resolve("www.corp.example", RRType.A);

    assertThat(internet.queriesTo(FORWARDER)).hasSize(2);
  }

  @Test
  void takesTheLongestOfSeveralRoutes() throws Exception {
    internet.server(FORWARDER).responding(saying("www.sub.example.com. 60 A 10.1.1.1"));
    internet.server(FORWARDER_2).responding(saying("www.example.com. 60 A 10.1.1.2"));
    Resolver resolver =
        with(
            Routes.builder()
                .forward(ForwardZone.of("example.com", FORWARDER_2))
                .forward(ForwardZone.of("sub.example.com", FORWARDER))
                .build());

    assertThat(addresses(resolver.resolve("www.sub.example.com", RRType.A)))
        .containsExactly("10.1.1.1");
    assertThat(addresses(resolver.resolve("www.example.com", RRType.A)))
        .containsExactly("10.1.1.2");
  }

  @Test
  void reachesServersAtOtherPorts() throws Exception {
    internet.server("10.0.0.1:5301").failing();
    internet.server("10.0.0.1:5302").responding(saying("www.corp.example. 60 A 10.1.1.1"));
    Resolver resolver = forwarding("corp.example", "10.0.0.1#5301", "10.0.0.1#5302");

    assertThat(addresses(resolver.resolve("www.corp.example", RRType.A)))
        .containsExactly("10.1.1.1");
  }

  @Test
  void mayAskAConfiguredServerOnThisMachine() throws Exception {
    internet.server("127.0.0.1:5353").responding(saying("www.corp.example. 60 A 10.1.1.1"));

    assertThat(
            addresses(
                forwarding("corp.example", "127.0.0.1#5353").resolve("www.corp.example", RRType.A)))
        .containsExactly("10.1.1.1");
  }

  @Test
  void takesTheDenialsOfAForwarder() throws Exception {
    internet
        .server(FORWARDER)
        .responding(
            saying(Rcode.NXDOMAIN, "", "corp.example. 60 SOA ns.corp.example. h. 1 2 3 4 60", ""));
    Resolver resolver = forwarding("corp.example", FORWARDER);

    assertThat(resolver.resolve("no.corp.example", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
    assertThat(resolver.resolve("no.corp.example", RRType.A).ttl()).isEqualTo(60);
    assertThat(internet.queriesTo(FORWARDER)).hasSize(1);
  }

  @Test
  @DisplayName("B7: a forwarder's records outside of the forward zone are kept 0 times")
  void believesAForwarderOnlyForItsZone() throws Exception {
    internet
        .server(FORWARDER)
        .responding(
            saying(
                Rcode.NOERROR,
                """
                www.corp.example. 60 CNAME www.example.com.
                www.example.com.  60 A 203.0.113.66
                """,
                """
                com.          86400 NS ns.attacker.example.
                example.com.  86400 NS ns.attacker.example.
                .             86400 NS ns.attacker.example.
                corp.example. 86400 NS ns.attacker.example.
                """,
                """
                ns.attacker.example. 86400 A 203.0.113.66
                www.example.com.     86400 A 203.0.113.66
                ns1.example.com.     86400 A 203.0.113.66
                """));
    Resolver resolver = forwarding("corp.example", FORWARDER);

    assertThat(addresses(resolver.resolve("www.corp.example", RRType.A)))
        .containsExactly("192.0.2.80");
    assertThat(addresses(resolver.resolve("www.example.com", RRType.A)))
        .containsExactly("192.0.2.80");
    assertThat(internet.queries()).noneMatch(query -> isTo(query, "203.0.113.66"));
  }

  @Test
  @DisplayName("B7: of 1,000 replies with foreign records on one cache with recursion, 0 are kept")
  void keepsNothingForeignOfAForwarder() throws Exception {
    Random random = new Random(7);
    internet
        .server(FORWARDER)
        .responding((query, occasion) -> {
          Message.Builder reply = Message.replyTo(query).flag(HeaderFlag.RA);
          DomainName asked = query.questions().getFirst().name();
          read(asked + " 60 A 10.1.1.1").forEach(record -> reply.add(Section.ANSWER, record));
          for (int i = random.nextInt(20); i >= 0; i--) {
            read(foreign(random)).forEach(record -> reply.add(section(random), record));
          }
          return List.of(occasion.reply(reply.build()));
        });
    Resolver resolver = forwarding("corp.example", FORWARDER);
    resolver.resolve("www.example.com", RRType.A);
    List<String> before = contents(resolver);

    for (int i = 0; i < 1_000; i++) {
      assertThat(addresses(resolver.resolve(i + ".corp.example", RRType.A)))
          .containsExactly("10.1.1.1");
    }

    assertThat(contents(resolver))
        .filteredOn(entry -> !entry.matches("\\d+\\.corp\\.example\\. A 10\\.1\\.1\\.1"))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  private static String foreign(Random random) {
    List<String> owners =
        List.of(".", "com.", "example.", "example.com.", "www.example.com.", "ns1.example.com.");
    List<String> data =
        List.of("NS evil.example.", "A 203.0.113.66", "CNAME evil.example.", "DNAME evil.example.");
    return owners.get(random.nextInt(owners.size()))
        + " 86400 "
        + data.get(random.nextInt(data.size()));
  }

  private static Section section(Random random) {
    return List.of(Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL).get(random.nextInt(3));
  }

  private static List<String> contents(Resolver resolver) {
    return resolver
        .cache()
        .entries()
        .map(entry ->
            entry.name() + " " + entry.rrset().type() + " " + entry.rrset().rdata().getFirst())
        .toList();
  }

  @Test
  @DisplayName("B7: nor after iteration has taken over where a forwarder failed")
  void believesAForwarderOnlyForItsZoneWhenIterationTakesOver() throws Exception {
    internet
        .server(FORWARDER)
        .responding(
            saying(
                Rcode.SERVFAIL,
                "www.example.com. 86400 A 203.0.113.66",
                "com. 86400 NS ns.attacker.example.",
                "ns.attacker.example. 86400 A 203.0.113.66"));
    Resolver resolver =
        with(
            Routes.builder()
                .forward(ForwardZone.of("example.com", FORWARDER).with(RouteOption.FIRST))
                .build());

    assertThat(addresses(resolver.resolve("www.example.com", RRType.A)))
        .containsExactly("192.0.2.80");
    assertThat(internet.queries()).noneMatch(query -> isTo(query, "203.0.113.66"));
  }

  @Test
  @DisplayName("B7: a referral from a forwarder is no delegation")
  void makesNoDelegationOfAForwardersReferral() {
    internet
        .server(FORWARDER)
        .responding(
            saying(
                Rcode.NOERROR,
                "",
                "sub.corp.example. 86400 NS ns.sub.corp.example.",
                "ns.sub.corp.example. 86400 A 203.0.113.66"));

    assertThatThrownBy(
            () -> forwarding("corp.example", FORWARDER).resolve("www.sub.corp.example", RRType.A))
        .isInstanceOf(ResolutionException.class);
    assertThat(internet.queries()).allMatch(query -> isTo(query, FORWARDER));
  }

  @Test
  void asksForTheTargetOfAnAliasOnItsOwnRoute() throws Exception {
    internet
        .server(FORWARDER)
        .responding(
            saying(
                "www.example.com. 60 CNAME in.corp.example.\nin.corp.example. 60 A 203.0.113.9"));
    internet.server(FORWARDER_2).responding(saying("in.corp.example. 60 A 10.1.1.1"));
    Resolver resolver =
        with(
            Routes.builder()
                .forward(ForwardZone.of(".", FORWARDER))
                .forward(ForwardZone.of("corp.example", FORWARDER_2))
                .build());

    assertThat(addresses(resolver.resolve("www.example.com", RRType.A)))
        .containsExactly("10.1.1.1");
    assertThat(addresses(resolver.resolve("in.corp.example", RRType.A)))
        .containsExactly("10.1.1.1");
  }

  @Test
  void beginsAtTheServersOfAStubZoneAndFollowsItsDelegations() throws Exception {
    internet
        .zone("lab.example.")
        .at(STUB)
        .text(
            """
            $TTL 300
            @      SOA ns h 1 1800 900 604800 60
            @      NS ns
            ns     A 10.9.9.9
            www    A 10.1.1.1
            sub    NS ns.sub
            ns.sub A 10.0.0.4
            """);
    internet
        .zone("sub.lab.example.")
        .at("10.0.0.4")
        .text(
            """
            $TTL 300
            @   SOA ns h 1 1800 900 604800 60
            @   NS ns
            ns  A 10.0.0.4
            www A 10.1.1.2
            two A 10.1.1.3
            """);
    Resolver resolver = with(Routes.builder().stub(StubZone.of("lab.example", STUB)).build());

    assertThat(addresses(resolver.resolve("www.lab.example", RRType.A)))
        .containsExactly("10.1.1.1");
    assertThat(addresses(resolver.resolve("www.sub.lab.example", RRType.A)))
        .containsExactly("10.1.1.2");
    assertThat(internet.queries())
        .noneMatch(query -> query.message().header().isRecursionDesired());
    assertThat(internet.queriesTo(SmallWorld.ROOT)).isEmpty();

    internet.forgetQueries();
    assertThat(addresses(resolver.resolve("two.sub.lab.example", RRType.A)))
        .containsExactly("10.1.1.3");
    assertThat(asked(internet)).containsExactly("10.0.0.4 two.sub.lab.example. A");
  }

  /** Without the leave that a mocked Internet gives to ask every address. */
  private Resolver asOutside(Routes routes) throws TextFormatException {
    return Resolver.recursive()
        .hints(internet.hints())
        .udp(internet.udp())
        .tcp(internet.tcp())
        .time(internet.time())
        .executor(Runnable::run)
        .routes(routes)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.3, Found", "198.41.0.7, NoUsableServer"})
  void asksPrivateServersBelowAStubZoneOnlyIfItsOwnAreSo(String stub, String outcome)
      throws Exception {
    internet
        .zone("lab.example.")
        .at(stub)
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nsub NS ns.sub\nns.sub A 10.0.0.4\n");
    internet
        .zone("sub.lab.example.")
        .at("10.0.0.4")
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nwww A 10.1.1.2\n");
    Resolver resolver = asOutside(Routes.builder().stub(StubZone.of("lab.example", stub)).build());

    String came;
    try {
      came = resolver.resolve("www.sub.lab.example", RRType.A).getClass().getSimpleName();
    } catch (ResolutionException e) {
      came = e.failure().getClass().getSimpleName();
    }
    assertThat(came).isEqualTo(outcome);
  }

  @Test
  void asksTheServersThatAPrimedStubZoneNames() throws Exception {
    internet
        .zone("lab.example.")
        .at(STUB, "10.0.0.4")
        .text(
            """
            $TTL 300
            @      SOA ns h 1 1800 900 604800 60
            @      NS ns
            ns     A 10.0.0.4
            www    A 10.1.1.1
            """);
    Resolver resolver =
        with(
            Routes.builder()
                .stub(StubZone.of("lab.example", STUB).with(RouteOption.PRIMED))
                .build());

    assertThat(addresses(resolver.resolve("www.lab.example", RRType.A)))
        .containsExactly("10.1.1.1");
    assertThat(asked(internet))
        .containsExactly("10.0.0.3 lab.example. NS", "10.0.0.4 www.lab.example. A");
  }

  @Test
  void goesOnWithTheNextRouteWhereAStubZoneIsOnlyAFirstTry() throws Exception {
    internet.server(STUB).failing();
    internet.server(FORWARDER).responding(saying("www.lab.example. 60 A 10.1.1.1"));
    Resolver resolver =
        with(
            Routes.builder()
                .stub(StubZone.of("lab.example", STUB).with(RouteOption.FIRST))
                .forward(ForwardZone.of(".", FORWARDER))
                .build());

    assertThat(addresses(resolver.resolve("www.lab.example", RRType.A)))
        .containsExactly("10.1.1.1");
    assertThat(internet.queriesTo(STUB)).isNotEmpty();
  }

  @Test
  void looksUpANamedForwarderBeforeTheOthersFail() throws Exception {
    internet
        .server(FORWARDER)
        .responding((query, occasion) ->
            (query.questions().getFirst().name().equals(DomainName.of("ns.corp.example"))
                    ? saying("ns.corp.example. 600 A 10.0.0.2")
                    : saying("www.corp.example. 60 A 10.1.1.1"))
                .respond(query, occasion));
    Resolver resolver = forwarding("corp.example", FORWARDER, "ns.corp.example");
    resolver.resolve("www.corp.example", RRType.A);
    internet.server(FORWARDER).silent();
    internet.server(FORWARDER_2).responding(saying("two.corp.example. 60 A 10.1.1.2"));

    assertThat(addresses(resolver.resolve("two.corp.example", RRType.A)))
        .containsExactly("10.1.1.2");
  }

  @Test
  void leavesANameToItsRouteThoughADnameStandsAbove() throws Exception {
    internet
        .zone("dname.example.com.")
        .at(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)
        .text(
            """
            $TTL 300
            @   SOA ns h 1 2 3 4 5
            @   NS ns1.example.com.
            sub DNAME example.org.
            """);
    internet.server(FORWARDER).responding(saying("a.corp.sub.dname.example.com. 60 A 10.1.1.1"));
    Resolver resolver =
        internet
            .recursive()
            .tcpOnly() // a DNAME is kept only if nobody could have forged it
            .routes(
                Routes.builder()
                    .forward(ForwardZone.of("corp.sub.dname.example.com", FORWARDER))
                    .build())
            .build();
    assertThat(resolver.resolve("www.sub.dname.example.com", RRType.A))
        .isInstanceOf(Answer.Found.class);
    internet.forgetQueries();
    assertThat(resolver.resolve("none.sub.dname.example.com", RRType.A).aliases()).hasSize(2);
    assertThat(asked(internet)).noneMatch(line -> line.contains("dname"));

    assertThat(addresses(resolver.resolve("a.corp.sub.dname.example.com", RRType.A)))
        .containsExactly("10.1.1.1");
  }

  @Test
  void looksUpForwardersThatAreGivenByName() throws Exception {
    internet.server("192.0.2.80").responding(saying("host.corp.example. 60 A 10.1.1.1"));

    Resolver resolver = forwarding("corp.example", "www.example.com");

    assertThat(addresses(resolver.resolve("host.corp.example", RRType.A)))
        .containsExactly("10.1.1.1");
  }
}
