// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.Step;
import dev.leafward.testkit.MockInternet;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.PTR;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the way to an answer must show in the demo Internet, on either kind of network. */
class DemoResolutionTest {

  enum Network {
    LOOPBACK,
    SIMULATED;

    MockInternet open() {
      return this == LOOPBACK ? DemoInternet.onLoopback() : DemoInternet.simulated(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mobileFacebookIsAnAliasAcrossACutInsideItsOwnZone(Network network) throws Exception {
    try (MockInternet internet = network.open();
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.resolve("m.facebook.com", RRType.A);

      assertThat(answer.canonicalName()).isEqualTo(name("star-mini.c10r.facebook.com"));
      assertThat(cutsAsked(answer))
          .containsExactly(".", "com.", "facebook.com.", "c10r.facebook.com.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void gluelessServersAreLookedUpThroughOrgOrInfo(Network network) throws Exception {
    try (MockInternet internet = network.open();
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.resolve("www.163.com", RRType.A);

      assertThat(answer.aliases()).hasSize(2);
      assertThat(serverLookups(answer.explanation()))
          .isNotEmpty()
          .allSatisfy(lookup -> assertThat(cutsAsked(lookup)).containsAnyOf("org.", "info."));
      assertThat(answer.explanation().steps())
          .filteredOn(Step.AliasFollowed.class::isInstance)
          .extracting(step -> ((Step.AliasFollowed) step).target().toString())
          .containsExactly("www.163.com.lxdns.com.", "163.xdwscache.ourglb0.com.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsReferredToAZoneOnTheServersOfItsParent(Network network) throws Exception {
    try (MockInternet internet = network.open();
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.resolve("webmail.123-reg.co.uk", RRType.A);

      assertThat(cutsAsked(answer)).startsWith(".", "uk.").endsWith("123-reg.co.uk.");
      assertThat(cutsAsked(answer)).doesNotContain("co.uk.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void longTextComesByTcpAfterATruncatedReplyWhereThereIsNoEdns(Network network) throws Exception {
    try (MockInternet internet = network.open();
        Resolver resolver = internet.recursive().withoutEdns().build()) {
      Answer answer = resolver.resolve("vodafone.com.au", RRType.TXT);

      List<Step.Exchange> exchanges = exchangesAt("vodafone.com.au.", answer);
      assertThat(exchanges)
          .extracting(Step.Exchange::protocol)
          .containsExactly(Protocol.UDP, Protocol.TCP);
      assertThat(exchanges)
          .extracting(Step.Exchange::verdict)
          .containsExactly(Step.Judgement.TRUNCATED, Step.Judgement.ANSWERED);
      assertSevenTexts(answer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void longTextFitsIntoOneDatagramWithEdns(Network network) throws Exception {
    try (MockInternet internet = network.open();
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.resolve("vodafone.com.au", RRType.TXT);

      assertThat(exchangesAt("vodafone.com.au.", answer))
          .singleElement()
          .satisfies(exchange -> assertThat(exchange.octets()).isBetween(513, 1232));
      assertSevenTexts(answer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theReverseNameLeadsBackToTheAddress(Network network) throws Exception {
    try (MockInternet internet = network.open();
        Resolver resolver = internet.recursive().build()) {
      InetAddress address = InetAddresses.forString("203.6.74.5");

      Answer.Found reverse = (Answer.Found) resolver.reverse(address);
      DomainName host = reverse.as(PTR.class).getFirst().target();
      Answer.Found forward = (Answer.Found) resolver.resolve(new Question(host, RRType.A));

      assertThat(host).isEqualTo(name("www.defence.gov.au"));
      assertThat(forward.addresses()).containsExactly(address);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNameThatDoesNotExistDoesSoForTheMinimumOfTheSoa(Network network) throws Exception {
    try (MockInternet internet = network.open();
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.resolve("nosuch.example.com", RRType.A);

      assertThat(answer).isInstanceOf(Answer.NoSuchName.class);
      assertThat(((Answer.NoSuchName) answer).soa().orElseThrow().name())
          .isEqualTo(name("example.com"));
      assertThat(answer.ttl()).isEqualTo(900);
    }
  }

  private static void assertSevenTexts(Answer answer) {
    List<TXT> texts = ((Answer.Found) answer).as(TXT.class);
    assertThat(texts).hasSize(7);
    assertThat(texts)
        .filteredOn(text -> text.strings().size() == 2)
        .singleElement()
        .satisfies(text -> assertThat(text.strings().getFirst().length()).isEqualTo(255))
        .satisfies(text -> assertThat(text.toString()).contains("\" \""));
  }

  /** The zones whose servers were asked, each once, in the order of the first question. */
  private static List<String> cutsAsked(Answer answer) {
    return cutsAsked(answer.explanation());
  }

  private static List<String> cutsAsked(Explanation explanation) {
    return explanation
        .exchanges()
        .map(exchange -> exchange.zoneCut().toString())
        .distinct()
        .toList();
  }

  private static List<Step.Exchange> exchangesAt(String cut, Answer answer) {
    return answer
        .explanation()
        .exchanges()
        .filter(exchange -> exchange.zoneCut().equals(name(cut)))
        .toList();
  }

  /** The lookups of server addresses that others needed first; the root's priming is none. */
  private static List<Explanation> serverLookups(Explanation explanation) {
    return explanation.steps().stream()
        .filter(Step.SubLookup.class::isInstance)
        .map(step -> ((Step.SubLookup) step).explanation())
        .filter(lookup -> !lookup.question().type().equals(RRType.NS))
        .toList();
  }

  private static DomainName name(String text) {
    return DomainName.of(text);
  }
}
