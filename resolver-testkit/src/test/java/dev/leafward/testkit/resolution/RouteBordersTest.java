// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.resolver.config.StubZone;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The word of one route is not believed about the names of another, not where both meet either: at
 * the top of a zone with a route of its own, whose DS record is the route's above.
 */
class RouteBordersTest {

  private static final String ABOVE = "10.0.0.1";
  private static final String LAB = "10.0.0.2";
  private static final String DENIAL = ". 86400 SOA ns.evil. h.evil. 1 1800 900 604800 86400";

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));

  @BeforeEach
  void serveLab() {
    internet
        .zone("lab.example.com.")
        .at(LAB)
        .text(
            """
            $TTL 300
            @     SOA ns h 1 1800 900 604800 60
            @     NS  ns
            @     A   10.1.1.1
            ns    A   10.0.0.2
            www   A   10.1.1.2
            """);
  }

  /** Passes everything on to one server, but has the servers of {@code lab.example.com.} given. */
  private Resolver resolver() {
    Routes routes =
        Routes.builder()
            .forward(ForwardZone.of(".", ABOVE))
            .stub(StubZone.of("lab.example.com", LAB))
            .build();
    return internet.recursive().routes(routes).build();
  }

  private static Responder saying(Rcode rcode, String answer, String authority) {
    return (query, occasion) -> {
      Message.Builder reply = Message.replyTo(query).authoritative().rcode(rcode);
      read(answer).forEach(record -> reply.add(Section.ANSWER, record));
      read(authority).forEach(record -> reply.add(Section.AUTHORITY, record));
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

  private static List<String> addresses(Answer answer) {
    return ((Answer.Found) answer).addresses().stream().map(InetAddress::getHostAddress).toList();
  }

  @Test
  @DisplayName("B7: an alias in the place of a DS record is none of the zone's top")
  void keepsNoAliasOfATopFromAbove() throws Exception {
    internet
        .server(ABOVE)
        .responding(saying(Rcode.NOERROR, "lab.example.com. 86400 CNAME evil.", DENIAL));
    Resolver resolver = resolver();

    assertThat(resolver.resolve("lab.example.com", RRType.DS).aliases()).isNotEmpty();

    assertThat(addresses(resolver.resolve("lab.example.com", RRType.A)))
        .containsExactly("10.1.1.1");
  }

  @Test
  @DisplayName(
      "B7: that there is no such name, in the place of a DS record, is not the zone's word")
  void keepsNoDenialOfATopFromAbove() throws Exception {
    internet.server(ABOVE).responding(saying(Rcode.NXDOMAIN, "", DENIAL));
    Resolver resolver = resolver();

    assertThat(resolver.resolve("lab.example.com", RRType.DS))
        .isInstanceOf(Answer.NoSuchName.class);

    assertThat(addresses(resolver.resolve("lab.example.com", RRType.A)))
        .containsExactly("10.1.1.1");
  }

  @Test
  @DisplayName("B7: that its own servers have no such name says nothing of the DS record above")
  void takesNoDenialOfATopForItsDs() throws Exception {
    internet.server(ABOVE).responding(saying(Rcode.NOERROR, "", DENIAL));
    internet
        .server(LAB)
        .responding(saying(Rcode.NXDOMAIN, "", "lab.example.com. 600 SOA ns h 1 2 3 4 600"));
    Resolver resolver = resolver();

    assertThat(resolver.resolve("lab.example.com", RRType.A)).isInstanceOf(Answer.NoSuchName.class);

    assertThat(resolver.resolve("lab.example.com", RRType.DS)).isInstanceOf(Answer.NoData.class);
  }

  @Test
  @DisplayName("B7: what a DNAME makes of names is not served stale of those with another route")
  void servesNoStaleRedirectionOfAnotherRoute() throws Exception {
    Responder redirecting =
        saying(
            Rcode.NOERROR,
            """
            example.com.       60 DNAME example.org.
            www.example.com.   60 CNAME www.example.org.
            """,
            "");
    internet.server(SmallWorld.EXAMPLE_COM).responding(redirecting);
    internet.server(SmallWorld.EXAMPLE_COM_2).responding(redirecting);
    ServeStale atOnce = ServeStale.RECOMMENDED.withClientTimeout(Duration.ZERO);
    Resolver resolver =
        internet
            .recursive()
            .tcpOnly()
            .routes(Routes.builder().stub(StubZone.of("lab.example.com", LAB)).build())
            .cache(CacheOptions.DEFAULT.toBuilder().serveStale(atOnce).build())
            .build();
    assertThat(addresses(resolver.resolve("www.example.com", RRType.A)))
        .containsExactly("203.0.113.80");
    internet.time().advance(Duration.ofSeconds(61));

    Answer answer = resolver.resolve("www.lab.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("10.1.1.2");
    assertThat(answer.isStale()).isFalse();
  }
}
