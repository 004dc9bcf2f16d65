// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static dev.leafward.testkit.resolution.SmallWorld.LEAF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.TtlRange;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.edns.ClientSubnet;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.MX;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import dev.leafward.wire.text.ZoneFileReader;
import java.net.Inet4Address;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SECURITY B: nothing unasked enters the cache, whatever servers put into their replies. */
class BailiwickTest {

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

  /** What the cache holds, without TTLs. */
  private static Set<String> contents(Resolver resolver) {
    return resolver
        .cache()
        .entries()
        .map(entry ->
            switch (entry) {
              case CachedEntry.Data data -> data.name() + " " + data.rrset().type();
              case CachedEntry.Delegation zone -> zone.name() + " delegation";
              case CachedEntry.NoData none -> none.name() + " no " + none.type();
              case CachedEntry.NoSuchName none -> none.name() + " does not exist";
            })
        .collect(Collectors.toSet());
  }

  /** Changes what the server honestly says. */
  private static Responder changing(BiFunction<Message, Message, Message> honestly) {
    return (query, occasion) ->
        List.of(occasion.reply(honestly.apply(query, occasion.honestMessage())));
  }

  private static Responder adding(Section section, String lines) {
    return changing((query, honest) -> {
      Message.Builder reply = honest.toBuilder();
      records(lines).forEach(record -> reply.add(section, record));
      return reply.build();
    });
  }

  /** Records that no question to leaf.com needs. */
  private static Message withForeignRecords(Message honest, Random random) {
    Message.Builder reply = honest.toBuilder();
    List<String> owners =
        List.of(
            ".", "com.", "www.leaf.com.", "ns.leaf.com.", "a.gtld-servers.com.", "example.org.");
    for (int i = random.nextInt(30); i >= 0; i--) {
      DomainName target = DomainName.of("ns" + random.nextInt(9) + ".evil.org.");
      List<RData> data =
          List.of(
              new A((Inet4Address) InetAddresses.forString("203.0.113.66")),
              new NS(target),
              new MX(10, target),
              TXT.of("evil"));
      Section[] sections = {Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL};
      DomainName owner = DomainName.of(owners.get(random.nextInt(owners.size())));
      reply.add(
          sections[random.nextInt(3)],
          new ResourceRecord(owner, RRClass.IN, 86_400, data.get(random.nextInt(data.size()))));
    }
    return reply.build();
  }

  @Test
  @DisplayName("B1: of 5,000 replies with foreign records nothing foreign is kept")
  void keepsNothingForeign() throws Exception {
    String zone = "*.yes A 192.0.2.7\nyes TXT here\n";
    SimulatedInternet honest = SmallWorld.leaf(MockInternet.simulated(1), zone);
    Resolver attacked = world(zone);
    Resolver twin = honest.recursive().build();
    Random random = new Random(22);
    internet.server(LEAF).responding(changing((query, reply) -> withForeignRecords(reply, random)));
    List<String> shapes = List.of("%d.yes.leaf.com", "%d.no.leaf.com", "%d.leaf.com");
    for (int i = 0; i < 5_000; i++) {
      String name = shapes.get(i % 3).formatted(i);
      RRType type = i % 2 == 0 ? RRType.A : RRType.TXT;
      assertThat(attacked.resolve(name, type).getClass())
          .isEqualTo(twin.resolve(name, type).getClass());
    }

    assertThat(contents(attacked)).isEqualTo(contents(twin));
    assertThat(internet.queriesTo(LEAF)).hasSizeGreaterThanOrEqualTo(5_000);
  }

  @Test
  @DisplayName("B3: a zone that sends name servers of its siblings and parents elevates none")
  void keepsNoNameServersOfOtherZones() throws Exception {
    Resolver resolver = world("www A 192.0.2.7\n");
    String servers =
        """
        leaf.com. NS ns.evil.org.
        b.com.    NS ns.evil.org.
        com.      NS ns.evil.org.
        .         NS ns.evil.org.
        """;
    internet.server(LEAF).responding(adding(Section.AUTHORITY, servers));
    resolver.resolve("www.leaf.com", RRType.A);
    resolver.resolve("nosuch.leaf.com", RRType.A);

    assertThat(resolver.cache().entries())
        .filteredOn(CachedEntry.Delegation.class::isInstance)
        .noneMatch(entry -> entry.rrset().toString().contains("evil"));
    assertThat(contents(resolver)).doesNotContain("b.com. delegation");
  }

  @Test
  @DisplayName("B5, A9: addresses beside answers and denials are not kept")
  void keepsAddressesOfReferralsOnly() throws Exception {
    Resolver resolver = world("@ MX 10 mail\nmail A 192.0.2.25\n");
    String extra = "mail.leaf.com. A 203.0.113.66\nns.leaf.com. A 203.0.113.66";
    internet
        .server(LEAF)
        .responding(
            changing((query, honest) -> {
              Message.Builder reply = honest.toBuilder();
              records(extra).forEach(record -> reply.add(Section.ADDITIONAL, record));
              records("leaf.com. MX 5 mail.leaf.com.\nleaf.com. NS mail.leaf.com.")
                  .forEach(record -> reply.add(Section.AUTHORITY, record));
              return reply.build();
            }));
    resolver.resolve("leaf.com", RRType.MX);
    resolver.resolve("nosuch.leaf.com", RRType.A);
    resolver.resolve("leaf.com", RRType.AAAA);

    assertThat(contents(resolver)).doesNotContain("mail.leaf.com. A", "leaf.com. NS");
    assertThat(resolver.cache().entries())
        .noneMatch(entry -> entry.rrset().toString().contains("203.0.113.66"));
  }

  @Test
  @DisplayName(
      "B8: a revoked zone is gone when its parent's TTL is over, however it clings to life")
  void letsNoGhostLive() throws Exception {
    int ttl = 300;
    SmallWorld.root(internet, "");
    SmallWorld.com(
        internet, "ghost %d NS ns.ghost\nns.ghost %d A 203.0.113.7\n".formatted(ttl, ttl));
    internet
        .zone("ghost.com.")
        .at(LEAF)
        .text(
            """
            $TTL 86400
            @      SOA ns host 1 1800 900 604800 60
            @      NS  ns
            ns     A   203.0.113.7
            sub    NS  ns
            *.yes  A   192.0.2.7
            """);
    internet
        .zone("sub.ghost.com.")
        .at(LEAF)
        .text(
            """
            $TTL 86400
            @      SOA ns.ghost.com. host 1 1800 900 604800 60
            @      NS  ns.ghost.com.
            *      A   192.0.2.7
            """);
    Resolver resolver = internet.recursive().build();
    resolver.resolve("a.yes.ghost.com", RRType.A);
    // Revoked; the server of the zone itself goes on, and names itself in every reply.
    internet
        .zone("com.")
        .at(SmallWorld.COM)
        .text("$TTL 60\n@ SOA a h 1 2 3 4 60\n@ NS a.gtld-servers\na.gtld-servers A 192.0.2.1\n");
    internet
        .server(LEAF)
        .responding(
            adding(
                Section.AUTHORITY,
                "ghost.com. 86400 NS ns.ghost.com.\nns.ghost.com. 86400 A 203.0.113.7"));

    Duration gone = Duration.ofNanos(internet.time().nanos()).plusSeconds(ttl);
    for (int i = 0; i < ttl + 60; i++) {
      internet.time().advance(Duration.ofSeconds(1));
      Duration left = gone.minusNanos(internet.time().nanos());
      for (String zone : List.of(".yes.ghost.com", ".sub.ghost.com")) {
        Answer answer = resolver.resolve("n" + i + zone, RRType.A);
        if (!left.isPositive()) {
          assertThat(answer).as(left + " after").isInstanceOf(Answer.NoSuchName.class);
        } else if (left.toSeconds() > 2) {
          assertThat(answer).as(left + " before").isInstanceOf(Answer.Found.class);
        }
      }
      resolver.resolve("ghost.com", RRType.NS);
      resolver.resolve("ns.ghost.com", RRType.A);
    }
    assertThat(resolver.resolve("ns.ghost.com", RRType.TXT)).isInstanceOf(Answer.NoSuchName.class);
  }

  @Test
  @DisplayName("B10: an SOA of another zone, or of one below the name, denies nothing")
  void takesNoDenialInAnotherZonesName() {
    Resolver resolver = world("www A 192.0.2.7\n");
    for (String owner : List.of("example.org.", "www.leaf.com.", "a.nosuch.leaf.com.", "com.")) {
      internet
          .server(LEAF)
          .responding(
              changing((query, honest) ->
                  Message.replyTo(query)
                      .authoritative()
                      .rcode(Rcode.NXDOMAIN)
                      .add(Section.AUTHORITY, records(owner + " SOA a. b. 1 2 3 4 300").getFirst())
                      .build()));
      assertThatThrownBy(() -> resolver.resolve("nosuch.leaf.com", RRType.A))
          .as(owner)
          .isInstanceOf(ResolutionException.class);
      internet.time().advance(Duration.ofMinutes(10));
    }
    assertThat(contents(resolver)).noneMatch(entry -> entry.contains("nosuch"));
  }

  @ParameterizedTest
  @CsvSource({"60, 300, 60", "300, 60, 60", "100000, 100000, 3600"})
  @DisplayName("B10: a denial holds for the least of the SOA's TTL, its MINIMUM and an hour")
  void boundsTheTtlOfDenials(long ttl, long minimum, long held) throws Exception {
    Resolver resolver = world("");
    internet
        .server(LEAF)
        .responding(
            changing((query, honest) ->
                Message.replyTo(query)
                    .authoritative()
                    .rcode(Rcode.NXDOMAIN)
                    .add(
                        Section.AUTHORITY,
                        records("leaf.com. " + ttl + " SOA a. b. 1 2 3 4 " + minimum).getFirst())
                    .build()));

    assertThat(resolver.resolve("nosuch.leaf.com", RRType.A).ttl()).isEqualTo(held);
  }

  @Test
  @DisplayName("B11: that a name does not exist says nothing of the names below it")
  void deniesExactlyOneName() throws Exception {
    Resolver resolver = world("b.a.b A 192.0.2.7\n");
    internet
        .server(LEAF)
        .responding(
            changing((query, honest) ->
                query.questions().getFirst().name().equals(DomainName.of("a.b.leaf.com"))
                    ? Message.replyTo(query)
                        .authoritative()
                        .rcode(Rcode.NXDOMAIN)
                        .add(
                            Section.AUTHORITY,
                            records("leaf.com. SOA a. b. 1 2 3 4 300").getFirst())
                        .build()
                    : honest));

    assertThat(resolver.resolve("a.b.leaf.com", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
    assertThat(resolver.resolve("b.a.b.leaf.com", RRType.A)).isInstanceOf(Answer.Found.class);
    assertThat(contents(resolver).stream().filter(entry -> entry.endsWith("does not exist")))
        .containsExactly("a.b.leaf.com. does not exist");
  }

  /** A server that answers without AA, and with RA if it says that it is a resolver. */
  private static Responder withoutAuthority(HeaderFlag... flags) {
    return changing((query, honest) -> {
      Message.Builder reply = honest.toBuilder().clear(HeaderFlag.AA);
      for (HeaderFlag flag : flags) {
        reply.flag(flag);
      }
      return reply.build();
    });
  }

  @Test
  @DisplayName("B13: an answer without AA is not taken")
  void takesNoAnswerWithoutAuthority() {
    Resolver resolver = world("www A 192.0.2.7\n");
    internet.server(LEAF).responding(withoutAuthority());

    assertThatThrownBy(() -> resolver.resolve("www.leaf.com", RRType.A))
        .isInstanceOf(ResolutionException.class);

    assertThat(contents(resolver)).doesNotContain("www.leaf.com. A");
    assertThat(internet.queriesTo(LEAF)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, www A", "300, www A", "300, alias A", "300, nothere A", "300, www MX"})
  @DisplayName("B13, C11: a resolver's word is taken where no authority is of use, and not kept")
  void takesTheWordOfAResolverForWantOfAnother(long leastTtl, String asked) throws Exception {
    SmallWorld.leaf(internet, "www A 192.0.2.7\nalias CNAME www\n");
    internet.server(LEAF).responding(withoutAuthority(HeaderFlag.RA));
    TtlRange range = new TtlRange(leastTtl, 86_400);
    Resolver resolver =
        internet
            .recursive()
            .cache(CacheOptions.DEFAULT.toBuilder().ttl(range).negativeTtl(range).build())
            .build();
    String name = asked.replaceFirst(" .*", ".leaf.com.");

    Answer answer = resolver.resolve(name, RRType.parse(asked.replaceFirst(".* ", "")));

    assertThat(answer.ttl()).isZero();
    assertThat(contents(resolver)).noneMatch(each -> each.startsWith(name));
    assertThat(internet.queriesTo(LEAF)).isNotEmpty();
  }

  @Test
  @DisplayName("B13: records of another class are not kept")
  void keepsNoOtherClass() throws Exception {
    Resolver resolver = world("www A 192.0.2.7\n");
    internet
        .server(LEAF)
        .responding(
            changing((query, honest) -> {
              Message.Builder reply = Message.replyTo(query).authoritative();
              records("www.leaf.com. CH TXT chaos\nleaf.com. CH NS ns.evil.org.")
                  .forEach(record -> reply.add(Section.ANSWER, record));
              return reply.build();
            }));

    assertThat(resolver.resolve("www.leaf.com", RRType.TXT)).isInstanceOf(Answer.NoData.class);
    assertThat(contents(resolver)).noneMatch(entry -> entry.contains("www"));
  }

  @Test
  @DisplayName("B12: no client subnet is sent, and one that comes changes nothing")
  void ignoresClientSubnets() throws Exception {
    Resolver resolver = world("www A 192.0.2.7\n");
    ClientSubnet elsewhere = new ClientSubnet(ClientSubnet.IPV4, 24, 24, Octets.ofHex("cb0071"));
    internet
        .server(LEAF)
        .responding(
            changing((query, honest) ->
                honest.toBuilder().edns(Edns.of(1232).withOption(elsewhere)).build()));

    assertThat(resolver.resolve("www.leaf.com", RRType.A)).isInstanceOf(Answer.Found.class);
    int sent = internet.queries().size();
    assertThat(resolver.resolve("www.leaf.com", RRType.A)).isInstanceOf(Answer.Found.class);

    assertThat(internet.queries()).as("one answer for all networks").hasSize(sent);
    assertThat(internet.queries())
        .allMatch(each -> each.message().edns().isPresent())
        .noneMatch(each -> each.message().edns().orElseThrow().option(8).isPresent());
  }
}
