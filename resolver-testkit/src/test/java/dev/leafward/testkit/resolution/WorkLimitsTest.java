// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import dev.leafward.wire.rdata.TXT;
import java.net.Inet4Address;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SECURITY C: whatever the authorities of a name do, a question costs no more than it may. */
class WorkLimitsTest {

  private static final int MOST_SENDS = 50;
  private static final SOA DENIAL =
      new SOA(DomainName.of("ns."), DomainName.of("h."), 1, 1800, 900, 604800, 60);
  private static final Duration MOST_TIME = Duration.ofSeconds(7).plusMillis(1);

  private final SimulatedInternet internet = MockInternet.simulated(1);

  private Resolver resolver() {
    return internet.recursive().build();
  }

  private int sends() {
    return internet.log().size();
  }

  /** Resolves what cannot be resolved, in bounds. */
  private ResolutionException fails(Resolver resolver, String name, RRType type) {
    int before = sends();
    long began = internet.time().nanos();
    try {
      Answer answer = resolver.resolve(name, type);
      throw new AssertionError("answered: " + answer);
    } catch (ResolutionException e) {
      assertThat(sends() - before).isLessThanOrEqualTo(MOST_SENDS);
      assertThat(Duration.ofNanos(internet.time().nanos() - began)).isLessThanOrEqualTo(MOST_TIME);
      return e;
    }
  }

  private static Message referral(Message query, String zone, Iterable<String> nameServers) {
    Message.Builder reply = Message.replyTo(query);
    for (String each : nameServers) {
      reply.add(Section.AUTHORITY, record(zone, new NS(DomainName.of(each))));
    }
    return reply.build();
  }

  private static ResourceRecord record(String name, RData data) {
    return new ResourceRecord(DomainName.of(name), RRClass.IN, 300, data);
  }

  private static Responder referringTo(String zone, Iterable<String> nameServers) {
    return (query, occasion) -> List.of(occasion.reply(referral(query, zone, nameServers)));
  }

  private static List<String> names(int count, String pattern) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).toList();
  }

  private long sendsTo(String... servers) {
    return internet.log().stream()
        .filter(sent -> List.of(servers).contains(sent.server().getAddress().getHostAddress()))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NXDOMAIN", "NODATA", "SERVFAIL", "REFUSED", "SILENT", "LAME"})
  @DisplayName("C1: 135 name servers in a victim's zone (NXNS)")
  void asksAVictimLittle(String victim) {
    SmallWorld.in(internet);
    for (String server : List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)) {
      switch (victim) {
        case "NODATA" ->
            internet
                .server(server)
                .responding((query, occasion) ->
                    List.of(
                        occasion.reply(
                            Message.replyTo(query)
                                .authoritative()
                                .add(Section.AUTHORITY, record("example.com.", DENIAL))
                                .build())));
        case "SERVFAIL" -> internet.server(server).failing();
        case "REFUSED" -> internet.server(server).refusing();
        case "SILENT" -> internet.server(server).silent();
        case "LAME" -> internet.server(server).lame();
        default -> internet.server(server).healthy();
      }
    }
    internet
        .server(SmallWorld.ORG)
        .responding(referringTo("attacker.org.", names(135, "v%d.example.com.")));

    fails(resolver(), "www.attacker.org", RRType.A);

    assertThat(sendsTo(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)).isLessThanOrEqualTo(10);
    assertThat(sends()).isLessThanOrEqualTo(20);
  }

  @Test
  @DisplayName("C1: name servers in a victim's zone, fanned out over an attacker's zones")
  void asksAVictimLittleHoweverManyZonesNameIt() {
    SmallWorld.in(internet);
    // Each delegation needs another one of the attacker's, and names the victim besides.
    internet
        .server(SmallWorld.ORG)
        .responding((query, occasion) -> {
          DomainName zone = query.questions().getFirst().name().suffix(2);
          String hash = Integer.toHexString(zone.hashCode());
          List<String> nameServers =
              IntStream.range(0, 12)
                  .mapToObj(
                      i -> i < 6 ? "v" + hash + i + ".example.com." : "ns.a" + hash + i + ".org.")
                  .toList();
          return List.of(occasion.reply(referral(query, zone.toString(), nameServers)));
        });

    fails(resolver(), "www.attacker.org", RRType.A);

    assertThat(sendsTo(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)).isLessThanOrEqualTo(10);
  }

  @Test
  @DisplayName("C2: a referral to 1,500 name servers that never answer")
  void keepsThirteenNameServers() {
    SmallWorld.in(internet);
    internet
        .server(SmallWorld.ORG)
        .responding((query, occasion) -> {
          Message.Builder reply =
              referral(query, "attacker.org.", names(1_500, "n%d.attacker.org.")).toBuilder();
          for (int i = 0; i < 1_500; i++) {
            Inet4Address address =
                (Inet4Address) InetAddresses.forString("203.0." + (i >> 8) + "." + (i & 0xFF));
            reply.add(Section.ADDITIONAL, record("n" + i + ".attacker.org.", new A(address)));
          }
          return List.of(occasion.reply(reply.build()));
        });

    fails(resolver(), "www.attacker.org", RRType.A);

    assertThat(
            internet.log().stream()
                .map(sent -> sent.server().getAddress().getHostAddress())
                .filter(server -> server.startsWith("203.0."))
                .distinct()
                .count())
        .isLessThanOrEqualTo(13);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  @DisplayName("C3: name servers that need each other in a circle")
  void endsWhereNameServersNeedEachOther(int zones) {
    SmallWorld.root(internet, "");
    String delegations =
        IntStream.range(0, zones)
            .mapToObj(i -> "z%d NS ns.z%d\n".formatted(i, (i + 1) % zones))
            .collect(Collectors.joining());
    SmallWorld.com(internet, delegations);
    Resolver resolver = resolver();

    fails(resolver, "www.z0.com", RRType.A);

    assertThat(sends()).isLessThanOrEqualTo(20);
  }

  @Test
  @DisplayName("C4: an endless delegation")
  void endsAnEndlessDelegation() {
    SmallWorld.root(internet, "");
    internet
        .server(SmallWorld.COM)
        .responding((query, occasion) -> {
          DomainName zone = query.questions().getFirst().name().suffix(2);
          String next = "ns.x" + Integer.toUnsignedString(zone.hashCode()) + ".com.";
          return List.of(occasion.reply(referral(query, zone.toString(), List.of(next))));
        });

    ResolutionException e = fails(resolver(), "www.start.com", RRType.A);

    assertThat(depth(e.explanation())).isLessThanOrEqualTo(7);
  }

  private static int depth(Explanation explanation) {
    return explanation.steps().stream()
        .filter(Step.SubLookup.class::isInstance)
        .map(step -> ((Step.SubLookup) step).explanation())
        .filter(sub -> sub.exchanges().findAny().isPresent())
        .mapToInt(sub -> 1 + depth(sub))
        .max()
        .orElse(0);
  }

  @Test
  @DisplayName("C5: a thousand aliases between two zones")
  void endsPingPong() {
    SmallWorld.in(internet);
    Responder pingPong =
        (query, occasion) -> {
          DomainName name = query.questions().getFirst().name();
          int next = name.labelCount() == 3 ? Math.floorMod(name.hashCode(), 1_000_000) : 0;
          String target = "n" + next + (next % 2 == 0 ? ".example.com." : ".example.org.");
          return List.of(
              occasion.reply(
                  Message.replyTo(query)
                      .authoritative()
                      .add(
                          Section.ANSWER, record(name.toString(), new CNAME(DomainName.of(target))))
                      .build()));
        };
    for (String server :
        List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2, SmallWorld.EXAMPLE_ORG)) {
      internet.server(server).responding(pingPong);
    }

    ResolutionException e = fails(resolver(), "start.example.com", RRType.A);

    assertThat(e.failure()).isInstanceOf(Failure.LimitReached.class);
    assertThat(sendsTo(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2, SmallWorld.EXAMPLE_ORG))
        .isLessThanOrEqualTo(12);
  }

  @Test
  @DisplayName("C6: aliases times delegations times labels (CAMP)")
  void endsCompositions() {
    SmallWorld.root(internet, "");
    internet
        .server(SmallWorld.COM)
        .responding((query, occasion) -> {
          Question question = query.questions().getFirst();
          DomainName name = question.name();
          String zone = name.suffix(2).toString();
          String hash = Integer.toUnsignedString(name.hashCode());
          if (name.labelCount() > 8) {
            CNAME alias = new CNAME(DomainName.of("a.b.c.d.e.f.g.h.i." + hash + ".com."));
            return List.of(
                occasion.reply(
                    Message.replyTo(query)
                        .authoritative()
                        .add(Section.ANSWER, record(name.toString(), alias))
                        .build()));
          }
          return List.of(
              occasion.reply(
                  referral(query, zone, names(13, "a.b.c.d.e.f.g.ns%d." + hash + "x.com."))));
        });

    fails(resolver(), "a.b.c.d.e.f.g.h.i.start.com", RRType.A);

    assertThat(sends()).isLessThanOrEqualTo(MOST_SENDS);
  }

  @ParameterizedTest
  @CsvSource({"13, 17", "2, 6"})
  @DisplayName("C7: ten name servers with the same addresses")
  void asksAnAddressOnce(int addresses, int most) {
    SmallWorld.root(internet, "");
    StringBuilder delegation = new StringBuilder();
    for (int server = 0; server < 10; server++) {
      delegation.append("self NS ns%d.self\n".formatted(server));
      for (int i = 0; i < addresses; i++) {
        delegation.append("ns%d.self A 203.0.113.%d\n".formatted(server, i));
      }
    }
    SmallWorld.com(internet, delegation.toString());
    for (int i = 0; i < addresses; i++) {
      internet.server("203.0.113." + i).refusing();
    }

    fails(resolver(), "www.self.com", RRType.A);

    assertThat(sends()).isLessThanOrEqualTo(most);
  }

  @Test
  @DisplayName("C9: a DS record of as many labels as there can be")
  void walksNoLabels() throws Exception {
    SmallWorld.leaf(internet, "");
    String name = "a.".repeat(122) + "leaf.com.";

    Answer answer = resolver().resolve(name, RRType.DS);

    assertThat(answer).isInstanceOf(Answer.NoSuchName.class);
    assertThat(sends()).isLessThanOrEqualTo(15);
  }

  @Test
  @DisplayName("C17: replies of 64 KiB each over TCP")
  void receivesNoMoreThan128KiB() {
    SmallWorld.in(internet);
    Consumer<String> flooding =
        server ->
            internet
                .server(server)
                .responding((query, occasion) -> {
                  DomainName name = query.questions().getFirst().name();
                  String other =
                      name.suffix(2).equals(DomainName.of("example.com")) ? "org" : "com";
                  String target =
                      "n" + Math.floorMod(name.hashCode(), 1 << 20) + ".example." + other;
                  Message.Builder reply = Message.replyTo(query).authoritative();
                  reply.add(
                      Section.ANSWER, record(name.toString(), new CNAME(DomainName.of(target))));
                  for (int i = 0; i < 240; i++) {
                    TXT text = TXT.of(("x" + i).repeat(50));
                    reply.add(Section.ADDITIONAL, record("x.example.net.", text));
                  }
                  return List.of(occasion.reply(reply.build()));
                });
    flooding.accept(SmallWorld.EXAMPLE_COM);
    flooding.accept(SmallWorld.EXAMPLE_COM_2);
    flooding.accept(SmallWorld.EXAMPLE_ORG);

    ResolutionException e = fails(resolver(), "start.example.com", RRType.A);

    assertThat(e.failure()).isInstanceOf(Failure.LimitReached.class);
    assertThat(e.explanation().exchanges().mapToInt(Step.Exchange::octets).sum())
        .isLessThanOrEqualTo(131_072);
  }

  @Test
  @DisplayName("9.4: an honest name ten glueless levels deep is found inside the limits")
  void findsAnHonestNameTenLevelsDeep() throws Exception {
    SmallWorld.root(internet, "net NS ns.net\nns.net A 192.0.2.9\n");
    StringBuilder net =
        new StringBuilder("$TTL 300\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.9\n");
    String zone = "com.";
    SmallWorld.com(internet, "l1 NS ns.host1.net.\n");
    for (int level = 1; level <= 10; level++) {
      zone = "l" + level + "." + zone;
      String host = "host" + level;
      net.append(host + " NS ns." + host + "\nns." + host + " A 203.0.113." + level + "\n");
      String records =
          "$TTL 300\n@ SOA ns."
              + host
              + ".net. h 1 2 3 4 5\n@ NS ns."
              + host
              + ".net.\n"
              + (level == 10
                  ? "www A 192.0.2.77\n"
                  : "l" + (level + 1) + " NS ns.host" + (level + 1) + ".net.\n");
      internet.zone(zone).at("203.0.113." + level).text(records);
      internet
          .zone(host + ".net.")
          .at("203.0.113." + level)
          .text("$TTL 300\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 203.0.113." + level + "\n");
    }
    internet.zone("net.").at("192.0.2.9").text(net.toString());

    Answer answer = resolver().resolve("www." + zone, RRType.A);

    assertThat(answer).isInstanceOf(Answer.Found.class);
    assertThat(sends()).isLessThanOrEqualTo(24);
  }
}
