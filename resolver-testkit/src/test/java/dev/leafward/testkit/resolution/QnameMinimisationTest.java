// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static dev.leafward.testkit.resolution.SmallWorld.LEAF;
import static dev.leafward.testkit.resolution.SmallWorld.asked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How little of a name servers get to see (RFC 9156), and what it costs. */
class QnameMinimisationTest {

  private final SimulatedInternet internet = MockInternet.simulated(1);

  private Resolver resolver(QnameMinimisation mode) {
    return internet.recursive().qnameMinimisation(mode).build();
  }

  private Resolver world(String records) {
    SmallWorld.leaf(internet, records);
    return resolver(QnameMinimisation.RELAXED);
  }

  private List<String> askedOfLeaf() {
    return internet.queriesTo(LEAF).stream()
        .map(query -> query.question().orElseThrow())
        .map(question -> question.name() + " " + question.type())
        .toList();
  }

  private static String address(Answer answer) {
    return ((Answer.Found) answer)
        .addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" "));
  }

  @Test
  void showsEachServerOneLabelMoreThanItsZone() throws Exception {
    world("www.a.b TXT hello\n").resolve("www.a.b.leaf.com", RRType.TXT);

    assertThat(asked(internet))
        .containsExactly(
            "198.41.0.4 . NS",
            "198.41.0.4 com. A",
            "192.0.2.1 leaf.com. A",
            LEAF + " b.leaf.com. A",
            LEAF + " a.b.leaf.com. A",
            LEAF + " www.a.b.leaf.com. TXT");
  }

  @Test
  void asksOnceForANameDirectlyBelowAKnownCut() throws Exception {
    Resolver resolver = world("*.w A 192.0.2.7\n");
    resolver.resolve("ns.leaf.com", RRType.A);
    internet.forgetQueries();

    for (int i = 0; i < 100; i++) {
      resolver.resolve("n" + i + ".leaf.com", RRType.A);
    }

    assertThat(asked(internet)).hasSize(100);
  }

  @Test
  void asksAboutAnEmptyNonTerminalOnce() throws Exception {
    Resolver resolver = world("*.b.ent A 192.0.2.7\n");
    resolver.resolve("x.b.ent.leaf.com", RRType.A);
    internet.forgetQueries();

    for (int i = 0; i < 10; i++) {
      resolver.resolve("x" + i + ".b.ent.leaf.com", RRType.A);
    }

    assertThat(asked(internet)).hasSize(10);
  }

  @Test
  void asksAboutAnEmptyNonTerminalAgainWhenItsSoaIsOver() throws Exception {
    Resolver resolver = world("*.ent A 192.0.2.7\n");
    resolver.resolve("x.ent.leaf.com", RRType.A);
    internet.forgetQueries();
    internet.time().advance(Duration.ofSeconds(60));

    resolver.resolve("y.ent.leaf.com", RRType.A);

    assertThat(askedOfLeaf()).containsExactly("ent.leaf.com. A", "y.ent.leaf.com. A");
  }

  @Test
  void findsTheCutsOfZonesOnTheSameServers() throws Exception {
    SmallWorld.root(internet, "uk NS ns.nic.uk\nns.nic.uk A 192.0.2.3\n");
    internet
        .zone("uk.")
        .at("192.0.2.3")
        .text(
            """
            $TTL 300
            @ SOA ns.nic host 1 1800 900 604800 60
            @ NS ns.nic
            ns.nic A 192.0.2.3
            co NS ns.nic
            """);
    internet
        .zone("co.uk.")
        .at("192.0.2.3")
        .text(
            """
            $TTL 300
            @ SOA ns.nic.uk. host 1 1800 900 604800 60
            @ NS ns.nic.uk.
            one NS ns.one
            two NS ns.two
            ns.one A 203.0.113.1
            ns.two A 203.0.113.2
            """);
    for (int i = 1; i <= 2; i++) {
      internet
          .zone((i == 1 ? "one" : "two") + ".co.uk.")
          .at("203.0.113." + i)
          .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 203.0.113.%d\n".formatted(i));
    }
    Resolver resolver = resolver(QnameMinimisation.RELAXED);
    resolver.resolve("ns.one.co.uk", RRType.A);
    internet.forgetQueries();

    assertThat(address(resolver.resolve("ns.two.co.uk", RRType.A))).isEqualTo("203.0.113.2");

    assertThat(asked(internet))
        .containsExactly("192.0.2.3 two.co.uk. A", "203.0.113.2 ns.two.co.uk. A");
  }

  /** A server that denies every name without records of its own. */
  private static Responder denying(String... names) {
    return refusing(Rcode.NXDOMAIN, names);
  }

  private static Responder refusing(Rcode rcode, String... names) {
    List<DomainName> denied = List.of(names).stream().map(DomainName::of).toList();
    return (query, occasion) -> {
      Question question = query.questions().getFirst();
      if (!denied.contains(question.name())) {
        return List.of(occasion.reply(occasion.honestMessage()));
      }
      Message.Builder reply = Message.replyTo(query).authoritative().rcode(rcode);
      return List.of(occasion.reply(reply.build()));
    };
  }

  @Test
  void asksTheFullNameWhereAServerDeniesAnEmptyNonTerminal() throws Exception {
    Resolver resolver = world("www.a.ent A 192.0.2.7\n");
    internet.server(LEAF).responding(denying("ent.leaf.com", "a.ent.leaf.com"));

    assertThat(address(resolver.resolve("www.a.ent.leaf.com", RRType.A))).isEqualTo("192.0.2.7");
    assertThat(askedOfLeaf()).containsExactly("ent.leaf.com. A", "www.a.ent.leaf.com. A");
  }

  @Test
  void asksTheFullNameWhereAServerFailsOnAShorterOne() throws Exception {
    Resolver resolver = world("www.ent A 192.0.2.7\n");
    for (Rcode rcode : List.of(Rcode.REFUSED, Rcode.SERVFAIL, Rcode.NOTIMP)) {
      internet.server(LEAF).responding(refusing(rcode, "ent.leaf.com"));
      assertThat(address(resolver.resolve("www.ent.leaf.com", RRType.A))).isEqualTo("192.0.2.7");
      internet.time().advance(Duration.ofSeconds(300));
    }
  }

  @Test
  void strictlyTakesTheDenialOfAShorterNameForThatOfTheLonger() throws Exception {
    world("www.ent A 192.0.2.7\n");
    internet.server(LEAF).responding(denying("ent.leaf.com"));

    Answer answer = resolver(QnameMinimisation.STRICT).resolve("www.ent.leaf.com", RRType.A);

    assertThat(answer).isInstanceOf(Answer.NoSuchName.class);
    assertThat(askedOfLeaf()).containsExactly("ent.leaf.com. A");
  }

  @Test
  void showsEverythingWhereItIsOff() throws Exception {
    world("www.ent A 192.0.2.7\n");

    resolver(QnameMinimisation.OFF).resolve("www.ent.leaf.com", RRType.A);

    assertThat(asked(internet))
        .filteredOn(line -> !line.endsWith(" . NS"))
        .hasSize(3)
        .allMatch(line -> line.endsWith(" www.ent.leaf.com. A"));
  }

  @Test
  void goesOnBelowAnAlias() throws Exception {
    Resolver resolver = world("cname CNAME elsewhere.org.\nwww.cname A 192.0.2.7\n");

    assertThat(address(resolver.resolve("www.cname.leaf.com", RRType.A))).isEqualTo("192.0.2.7");
  }

  @Test
  void takesServiceNamesInOneStep() throws Exception {
    world("_443._tcp.www TXT key\n").resolve("_443._tcp.www.leaf.com", RRType.TXT);

    assertThat(askedOfLeaf()).containsExactly("www.leaf.com. A", "_443._tcp.www.leaf.com. TXT");
  }

  @Test
  void asksNobodyForMoreThanTheTopLevelNameWhichDoesNotExist() throws Exception {
    Answer answer = world("").resolve("a.secret.nosuch", RRType.A);

    assertThat(answer).isInstanceOf(Answer.NoSuchName.class);
    assertThat(asked(internet)).containsExactly("198.41.0.4 . NS", "198.41.0.4 nosuch. A");
  }

  @Test
  void keepsTheFullNameFromATopLevelServerThatRefuses() throws Exception {
    SmallWorld.root(internet, "com NS b.com\nb.com A 192.0.2.11\n");
    for (String server : List.of("192.0.2.11", SmallWorld.COM)) {
      internet
          .zone("com.")
          .at(server)
          .text(
              """
              $TTL 300
              @ SOA b host 1 1800 900 604800 60
              @ NS b
              b A 192.0.2.11
              leaf NS ns.leaf
              ns.leaf A 203.0.113.7
              """);
    }
    internet
        .zone("leaf.com.")
        .at(LEAF)
        .text("$TTL 60\n@ SOA b h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n");
    internet.server(SmallWorld.COM).refusing();

    for (int i = 0; i < 20; i++) {
      resolver(QnameMinimisation.RELAXED).resolve("ns.leaf.com", RRType.A);
    }

    assertThat(internet.queriesTo(SmallWorld.COM)).isNotEmpty();
    assertThat(asked(internet))
        .filteredOn(line -> line.endsWith(" ns.leaf.com. A"))
        .allMatch(line -> line.startsWith(LEAF));
  }

  @Test
  @DisplayName(
      "C8: a name of as many labels as there can be costs at most ten shortened questions and the"
          + " full one")
  void stridesThroughAnEndlessName() throws Exception {
    Resolver resolver = world("* A 192.0.2.7\n");
    resolver.resolve("ns.leaf.com", RRType.A);
    internet.forgetQueries();
    String name =
        IntStream.range(0, 122).mapToObj(i -> "a").collect(Collectors.joining(".")) + ".leaf.com.";
    assertThat(DomainName.of(name).labelCount()).isEqualTo(124);

    assertThat(address(resolver.resolve(name, RRType.A))).isEqualTo("192.0.2.7");

    assertThat(askedOfLeaf()).hasSizeLessThanOrEqualTo(11);
    assertThat(askedOfLeaf().subList(0, 4))
        .containsExactly(
            "a.leaf.com. A", "a.a.leaf.com. A", "a.a.a.leaf.com. A", "a.a.a.a.leaf.com. A");
  }

  @Test
  @DisplayName("H4: the root sees one label, a top-level domain two")
  void leaksNoLabels() throws Exception {
    Resolver resolver = world("*.w A 192.0.2.7\ndeep.er.still A 192.0.2.8\n");
    List<String> suffixes = List.of("leaf.com", "w.leaf.com", "still.leaf.com", "com", "nosuch");
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      String name = "";
      for (int labels = random.nextInt(6); labels >= 0; labels--) {
        name += "l" + random.nextInt(5) + ".";
      }
      resolver.resolve(name + suffixes.get(random.nextInt(suffixes.size())), RRType.TXT);
      internet.time().advance(Duration.ofMinutes(random.nextInt(600)));
    }

    assertThat(internet.queriesTo(SmallWorld.ROOT)).allMatch(query -> labels(query) <= 1);
    assertThat(internet.queriesTo(SmallWorld.COM)).filteredOn(query -> labels(query) > 2).isEmpty();
  }

  private static int labels(ReceivedQuery query) {
    return query.question().orElseThrow().name().labelCount();
  }
}
