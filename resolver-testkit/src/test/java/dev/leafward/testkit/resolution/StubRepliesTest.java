// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.SecurityStatus;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stub resolver makes of what its servers say. */
class StubRepliesTest extends StubWorld {

  @ParameterizedTest
  @ValueSource(strings = {"SERVFAIL", "REFUSED", "NOTIMP", "FORMERR", "NOTAUTH"})
  void leavesAtOnceAServerThatCannotResolve(String rcode) throws Exception {
    internet.server(FIRST).responding(saying(rcode(rcode), "", ""));
    internet.server(SECOND).responding(saying(ANSWER));

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 UDP .13", "0.0 UDP .14");
    assertThat(answer.explanation().exchanges().map(Step.Exchange::detail))
        .containsExactly("unusable: the server says " + rcode, "answer");
  }

  @Test
  void takesTheWordOfTheFirstServerThatNothingExists() throws Exception {
    internet.server(FIRST).responding(saying(Rcode.NXDOMAIN, "", ""));
    internet.server(SECOND).responding(saying(ANSWER));

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.A);

    assertThat(answer).isInstanceOf(Answer.NoSuchName.class);
    assertThat(sent()).containsExactly("0.0 UDP .13");
  }

  @Test
  void takesAnEmptyReplyForNoDataIfItComesFromAResolver() throws Exception {
    internet.server(FIRST).responding(saying(""));

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.AAAA);

    assertThat(answer).isInstanceOf(Answer.NoData.class);
    assertThat(sent()).containsExactly("0.0 UDP .13");
  }

  @Test
  void leavesAtOnceAServerThatNeitherAnswersNorResolves() throws Exception {
    internet.server(FIRST).responding(bare(Rcode.NOERROR));
    internet.server(SECOND).responding(saying(ANSWER));

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 UDP .13", "0.0 UDP .14");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void believesThatAnAnswerIsAuthenticOnlyIfThatIsConfigured(boolean isTrusted) throws Exception {
    internet
        .server(FIRST)
        .responding((query, occasion) -> {
          Message.Builder reply = Message.replyTo(query).flag(HeaderFlag.RA).flag(HeaderFlag.AD);
          reply.add(Section.ANSWER, read(ANSWER).getFirst());
          return List.of(occasion.reply(reply.build()));
        });
    StubOptions options = asking(FIRST);
    Resolver stub = with(isTrusted ? options.with(StubFlag.TRUST_AD) : options);

    assertThat(stub.resolve("www.example.com", RRType.A).security())
        .isEqualTo(isTrusted ? SecurityStatus.SECURE : SecurityStatus.INDETERMINATE);
    assertThat(stub.resolve("www.example.com", RRType.A).security())
        .isEqualTo(SecurityStatus.INDETERMINATE);
    assertThat(stub.resolve("localhost", RRType.A).security())
        .isEqualTo(SecurityStatus.INDETERMINATE);
  }

  @Test
  @DisplayName("Docker at 127.0.0.11: other ports, no EDNS, an empty NOERROR for AAAA")
  void asksDockersServer() throws Exception {
    internet
        .server("127.0.0.11")
        .responding((query, occasion) -> {
          boolean wantsIpv4 = query.question().orElseThrow().type().equals(RRType.A);
          return saying(wantsIpv4 ? "demoservice.demonet. 600 A 192.168.200.2" : "")
              .respond(query, occasion);
        });
    Resolver stub = with(asking("127.0.0.11"));

    assertThat(addresses(stub.resolve("demoservice.demonet", RRType.A)))
        .containsExactly("192.168.200.2");
    assertThat(stub.resolve("demoservice.demonet", RRType.AAAA)).isInstanceOf(Answer.NoData.class);
    assertThat(internet.queries()).hasSize(2).noneMatch(each -> each.hasEdns());
  }

  @Test
  void usesAnAliasAndWhatItLeadsToFromOneReply() throws Exception {
    internet
        .server(FIRST)
        .responding(
            saying("www.example.com. 60 CNAME a.example.net.\na.example.net. 30 A 192.0.2.80"));
    Resolver stub = with(asking(FIRST));

    Answer answer = stub.resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(answer.canonicalName()).isEqualTo(DomainName.of("a.example.net."));
    assertThat(addresses(stub.resolve("a.example.net", RRType.A))).containsExactly("192.0.2.80");
    assertThat(sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOERROR", "NXDOMAIN"})
  void takesAnAliasThatLeadsNowhereForADenial(String rcode) throws Exception {
    internet
        .server(FIRST)
        .responding(
            saying(
                rcode(rcode),
                "www.example.com. 60 CNAME a.example.net.\na.example.net. 60 CNAME b.example.net.",
                ""));

    Answer answer = with(asking(FIRST)).resolve("www.example.com", RRType.AAAA);

    assertThat(answer)
        .isInstanceOf(rcode.equals("NOERROR") ? Answer.NoData.class : Answer.NoSuchName.class);
    assertThat(answer.canonicalName()).isEqualTo(DomainName.of("b.example.net."));
    assertThat(sent()).hasSize(1);
  }

  @Test
  void keepsWhatItHeardForAsLongAsItHolds() throws Exception {
    internet.server(FIRST).responding(saying(ANSWER));
    Resolver stub = with(asking(FIRST));

    stub.resolve("www.example.com", RRType.A);
    internet.time().advance(Duration.ofSeconds(59));
    stub.resolve("www.example.com", RRType.A);
    assertThat(sent()).hasSize(1);

    internet.time().advance(Duration.ofSeconds(2));
    stub.resolve("www.example.com", RRType.A);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void remembersNoSilence() throws Exception {
    internet.server(FIRST).silent();
    Resolver stub = with(asking(FIRST));
    failure(stub);

    internet.server(FIRST).responding(saying(ANSWER));

    assertThat(addresses(stub.resolve("www.example.com", RRType.A))).containsExactly("192.0.2.80");
  }

  @ParameterizedTest
  @DisplayName("H1: what a stub's servers never hear of")
  @ValueSource(
      strings = {"localhost", "a.localhost", "www.invalid", "invalid", "hidden.service.onion"})
  void keepsNamesOfThisMachineToItself(String name) throws Exception {
    Answer answer = with(asking(FIRST)).resolve(name, RRType.A);

    assertThat(answer instanceof Answer.Found).isEqualTo(name.endsWith("localhost"));
    assertThat(sent()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("H1, H2: what a stub's servers do hear of, other than the root's")
  @ValueSource(
      strings = {
        "printer.home.arpa",
        "printer.local",
        "www.test",
        "_dns.resolver.arpa",
        "7.0.0.10.in-addr.arpa",
        "1.0.0.127.in-addr.arpa",
        "1.1.168.192.in-addr.arpa"
      })
  void leavesNamesOfTheNetworkToItsServers(String name) throws Exception {
    internet.server(FIRST).responding(saying(Rcode.NXDOMAIN, "", ""));

    with(asking(FIRST)).resolve(name, RRType.PTR);

    assertThat(sent()).hasSize(1);
  }

  @Test
  void asksNobodyForIpv6AddressesIfThatIsConfigured() throws Exception {
    Resolver stub = with(asking(FIRST).with(StubFlag.NO_AAAA));

    assertThat(stub.resolve("www.example.com", RRType.AAAA)).isInstanceOf(Answer.NoData.class);
    assertThat(stub.resolve("localhost", RRType.AAAA)).isInstanceOf(Answer.Found.class);
    assertThat(sent()).isEmpty();
  }

  @Test
  void doesNotTakeAForgedReplyAndWaitsOnForTheTrueOne() throws Exception {
    internet
        .server(FIRST)
        .responding((query, occasion) -> {
          Message wrongId = query.toBuilder().id(query.header().id() ^ 1).build();
          return Stream.concat(
                  saying("www.example.com. 60 A 203.0.113.66").respond(wrongId, occasion).stream(),
                  saying(ANSWER).respond(query, occasion).stream()
                      .map(each -> each.delayedBy(Duration.ofSeconds(1))))
              .toList();
        });

    Answer answer = with(asking(FIRST)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 UDP .13");
  }
}
