// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static dev.leafward.testkit.resolution.SmallWorld.LEAF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Collections2;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** CNAME and DNAME: what is followed, what is made of it, and what is kept. */
class AliasTest {

  private final SimulatedInternet internet = MockInternet.simulated(1);

  private Resolver world(String records) {
    SmallWorld.leaf(internet, records);
    return internet.recursive().build();
  }

  private static List<ResourceRecord> records(String lines) {
    try {
      return ZoneFileReader.readAll("$TTL 300\n" + lines + "\n", DomainName.ROOT);
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(lines, e);
    }
  }

  /** Says the same to everybody. */
  private static Responder saying(Rcode rcode, List<ResourceRecord> answer, String authority) {
    return (query, occasion) -> {
      Message.Builder reply = Message.replyTo(query).authoritative().rcode(rcode);
      answer.forEach(record -> reply.add(Section.ANSWER, record));
      records(authority).forEach(record -> reply.add(Section.AUTHORITY, record));
      return List.of(occasion.reply(reply.build()));
    };
  }

  private static String address(Answer answer) {
    return ((Answer.Found) answer)
        .addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" "));
  }

  private static List<String> lines(List<RRset> rrsets) {
    return rrsets.stream()
        .flatMap(rrset -> rrset.records().stream())
        .map(record -> record.name() + " " + record.type() + " " + record.data())
        .toList();
  }

  @Test
  void showsTheDnameBeforeTheAliasThatItMakes() throws Exception {
    Resolver resolver = world("old DNAME new\nwww.new A 192.0.2.7\n");

    Answer answer = resolver.resolve("www.old.leaf.com", RRType.A);

    assertThat(address(answer)).isEqualTo("192.0.2.7");
    assertThat(lines(answer.aliases()))
        .containsExactly(
            "old.leaf.com. DNAME new.leaf.com.", "www.old.leaf.com. CNAME www.new.leaf.com.");
    assertThat(answer.canonicalName()).isEqualTo(DomainName.of("www.new.leaf.com"));
  }

  @Test
  @DisplayName("B6: a DNAME from plain UDP is used for this answer only")
  void keepsNoDnameThatCouldBeForged() throws Exception {
    Resolver resolver = world("old DNAME new\n*.new A 192.0.2.7\n");
    resolver.resolve("a.old.leaf.com", RRType.A);
    internet.forgetQueries();

    resolver.resolve("b.old.leaf.com", RRType.A);

    assertThat(internet.queriesTo(LEAF)).isNotEmpty();
  }

  @Test
  void makesTheWholeNamesAliasOfWhatADnameSaysToAPartOfIt() throws Exception {
    Resolver resolver = world("old DNAME new\n*.new A 192.0.2.7\n");
    resolver.resolve("ns.leaf.com", RRType.A);
    internet.forgetQueries();

    Answer answer = resolver.resolve("d.c.b.a.old.leaf.com", RRType.A);

    assertThat(answer.canonicalName()).isEqualTo(DomainName.of("d.c.b.a.new.leaf.com"));
    assertThat(internet.queriesTo(LEAF))
        .extracting(query -> query.question().orElseThrow().name().toString())
        .containsExactly(
            "old.leaf.com.",
            "a.old.leaf.com.",
            "new.leaf.com.",
            "a.new.leaf.com.",
            "b.a.new.leaf.com.",
            "c.b.a.new.leaf.com.",
            "d.c.b.a.new.leaf.com.");
  }

  @Test
  @DisplayName("E15: a DNAME that makes a name too long ends the question, and nothing is kept")
  void endsWhereADnameMakesTheNameTooLong() {
    String label = "x".repeat(60);
    String target = label + "." + label + "." + label + ".leaf.com.";
    Resolver resolver = world("old DNAME " + target + "\n");
    String name = label + "." + label + ".old.leaf.com";

    assertThatThrownBy(() -> resolver.resolve(name, RRType.A))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.NameTooLong(DomainName.of(name))));
    assertThat(internet.queriesTo(LEAF)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void believesADenialAtTheEndOfAnAliasInTheSameZone() throws Exception {
    Resolver resolver = world("alias CNAME nosuch\ndata CNAME text\ntext TXT hello\n");
    resolver.resolve("ns.leaf.com", RRType.A);
    internet.forgetQueries();

    Answer noSuchName = resolver.resolve("alias.leaf.com", RRType.A);
    Answer noData = resolver.resolve("data.leaf.com", RRType.A);

    assertThat(noSuchName).isInstanceOf(Answer.NoSuchName.class);
    assertThat(noSuchName.aliases()).hasSize(1);
    assertThat(noData).isInstanceOf(Answer.NoData.class);
    assertThat(internet.queriesTo(LEAF)).hasSize(2);
  }

  @Test
  void followsAliasesWithoutTtlInOnePacket() throws Exception {
    Resolver resolver = world("a 0 CNAME b\nb 0 CNAME c\nc 0 A 192.0.2.7\n");
    resolver.resolve("ns.leaf.com", RRType.A);
    internet.forgetQueries();

    assertThat(address(resolver.resolve("a.leaf.com", RRType.A))).isEqualTo("192.0.2.7");

    assertThat(internet.queriesTo(LEAF)).hasSize(1);
  }

  @Test
  @DisplayName("B4: what a zone says of another at the end of an alias is asked again")
  void asksTheOtherZoneItself() throws Exception {
    SmallWorld.in(internet);
    Resolver resolver = internet.recursive().build();
    Responder chain =
        saying(
            Rcode.NXDOMAIN,
            records("a.example.com. CNAME b.example.com.\nb.example.com. CNAME www.example.org.\n"),
            "example.org. SOA ns. h. 1 2 3 4 300");
    internet.server(SmallWorld.EXAMPLE_COM).responding(chain);
    internet.server(SmallWorld.EXAMPLE_COM_2).responding(chain);

    Answer answer = resolver.resolve("a.example.com", RRType.A);

    assertThat(address(answer)).isEqualTo("203.0.113.80");
    assertThat(answer.aliases()).hasSize(2);
    assertThat(internet.queriesTo(SmallWorld.EXAMPLE_ORG)).hasSize(1);
  }

  @Test
  @DisplayName("H6: the order of records that may not stand together changes nothing")
  void takesNoNoticeOfTheOrder() throws Exception {
    List<ResourceRecord> together =
        records(
            """
            x.leaf.com. CNAME b.leaf.com.
            x.leaf.com. CNAME a.leaf.com.
            x.leaf.com. A 192.0.2.66
            a.leaf.com. TXT yes
            """);
    Set<String> answers = new HashSet<>();
    for (List<ResourceRecord> order : Collections2.permutations(together)) {
      SimulatedInternet world = SmallWorld.leaf(MockInternet.simulated(2), "b TXT no\n");
      world.server(LEAF).responding(saying(Rcode.NOERROR, order, ""));
      Resolver resolver = world.recursive().build();
      for (RRType type : List.of(RRType.A, RRType.TXT, RRType.CNAME)) {
        Answer.Found answer = (Answer.Found) resolver.resolve("x.leaf.com", type);
        answers.add(type + ": " + lines(answer.aliases()) + lines(answer.rrsets()));
      }
    }
    assertThat(answers)
        .containsExactlyInAnyOrder(
            "A: [][x.leaf.com. A 192.0.2.66]",
            "TXT: [x.leaf.com. CNAME a.leaf.com.][a.leaf.com. TXT \"yes\"]",
            "CNAME: [][x.leaf.com. CNAME a.leaf.com.]");
  }

  @Test
  @DisplayName("H6: an alias at a zone's apex is followed")
  void followsAnAliasAtTheApex() throws Exception {
    Resolver resolver = world("www A 192.0.2.7\n");
    internet
        .server(LEAF)
        .responding(
            saying(
                Rcode.NOERROR,
                records("leaf.com. CNAME www.leaf.com.\nwww.leaf.com. A 192.0.2.7\n"),
                ""));

    assertThat(address(resolver.resolve("leaf.com", RRType.A))).isEqualTo("192.0.2.7");
  }

  @Test
  @DisplayName("C5: of a chain of a thousand aliases eleven are followed")
  void followsElevenAliases() {
    String chain =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "n%d CNAME n%d\n".formatted(i, i + 1))
            .collect(Collectors.joining());
    Resolver resolver = world(chain);

    assertThatThrownBy(() -> resolver.resolve("n0.leaf.com", RRType.A))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.LimitReached.class));
    assertThat(internet.queriesTo(LEAF)).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  @DisplayName("C5: a loop of any length is noticed at the first name that comes again")
  void noticesLoops() {
    for (int length = 1; length <= 11; length++) {
      SimulatedInternet world = MockInternet.simulated(length);
      String loop = "";
      for (int i = 0; i < length; i++) {
        loop += "n%d CNAME n%d\n".formatted(i, (i + 1) % length);
      }
      SmallWorld.leaf(world, loop);
      Resolver resolver = world.recursive().build();
      assertThatThrownBy(() -> resolver.resolve("n0.leaf.com", RRType.A))
          .isInstanceOfSatisfying(
              ResolutionException.class,
              e -> assertThat(e.failure()).isInstanceOf(Failure.AliasLoop.class));
      assertThat(world.queriesTo(LEAF)).hasSizeLessThanOrEqualTo(length + 1);
    }
  }

  @Test
  @DisplayName("H5: HINFO answers ANY (RFC 8482), and is kept for no other question")
  void takesHinfoForAny() throws Exception {
    Resolver resolver = world("www A 192.0.2.7\n");
    internet
        .server(LEAF)
        .responding((query, occasion) -> {
          boolean any = query.questions().getFirst().type().equals(RRType.ANY);
          return any
              ? saying(Rcode.NOERROR, records("www.leaf.com. HINFO RFC8482 \"\""), "")
                  .respond(query, occasion)
              : List.of(occasion.reply(occasion.honestMessage()));
        });

    Answer answer = resolver.resolve("www.leaf.com", RRType.ANY);

    assertThat(lines(((Answer.Found) answer).rrsets()))
        .containsExactly("www.leaf.com. HINFO \"RFC8482\" \"\"");
    assertThat(address(resolver.resolve("www.leaf.com", RRType.A))).isEqualTo("192.0.2.7");
    internet.forgetQueries();
    resolver.resolve("www.leaf.com", RRType.ANY);
    assertThat(internet.queries()).hasSize(1);
  }
}
