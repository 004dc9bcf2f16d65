// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static dev.leafward.testkit.resolution.SmallWorld.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way of a question in a sane world: referrals, aliases, denials, the cache. */
class RecursionTest {

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));
  private final Resolver resolver = internet.recursive().build();

  private static List<String> addresses(Answer answer) {
    return ((Answer.Found) answer).addresses().stream().map(InetAddress::getHostAddress).toList();
  }

  @Test
  void walksFromTheRootThroughReferralsToTheAnswer() throws Exception {
    Answer answer = resolver.resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(asked(internet)).hasSize(4);
    assertThat(asked(internet).subList(0, 3))
        .containsExactly("198.41.0.4 . NS", "198.41.0.4 com. A", "192.0.2.1 example.com. A");
    assertThat(asked(internet).getLast()).matches("192\\.0\\.2\\.5[34] www\\.example\\.com\\. A");
  }

  @Test
  void explainsTheWay() throws Exception {
    Explanation explanation = resolver.resolve("www.example.com", RRType.A).explanation();

    assertThat(explanation.steps().getFirst()).isInstanceOf(Step.SubLookup.class);
    assertThat(explanation.steps())
        .filteredOn(Step.Exchange.class::isInstance)
        .extracting(step -> ((Step.Exchange) step).detail())
        .containsExactly("referral to com.", "referral to example.com.", "answer");
    assertThat(explanation.result()).isEqualTo("1 A record");
  }

  @Test
  void asksNobodyForWhatTheCacheHas() throws Exception {
    resolver.resolve("www.example.com", RRType.A);
    internet.forgetQueries();
    internet.time().advance(Duration.ofSeconds(100));

    Answer answer = resolver.resolve("WWW.example.COM", RRType.A);

    assertThat(asked(internet)).isEmpty();
    assertThat(answer.ttl()).isEqualTo(200);
    assertThat(answer.explanation().steps()).singleElement().isInstanceOf(Step.CacheHit.class);
  }

  @Test
  void asksAgainOnceTheTtlIsOver() throws Exception {
    resolver.resolve("www.example.com", RRType.A);
    internet.forgetQueries();
    internet.time().advance(Duration.ofSeconds(300));

    resolver.resolve("www.example.com", RRType.A);

    assertThat(asked(internet)).singleElement().asString().endsWith("www.example.com. A");
  }

  @Test
  void beginsAtTheClosestDelegationKnown() throws Exception {
    resolver.resolve("www.example.com", RRType.A);
    internet.forgetQueries();

    resolver.resolve("nosuch.example.com", RRType.TXT);

    assertThat(asked(internet)).hasSize(1);
  }

  @Test
  void followsAnAliasInTheZoneWithoutAskingAgain() throws Exception {
    Answer answer = resolver.resolve("alias.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(answer.canonicalName()).isEqualTo(DomainName.of("www.example.com"));
    assertThat(asked(internet)).hasSize(4);
  }

  @Test
  void followsAnAliasIntoAnotherZone() throws Exception {
    Answer answer = resolver.resolve("away.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("203.0.113.80");
    assertThat(answer.aliases()).hasSize(1);
    assertThat(asked(internet))
        .endsWith(
            "198.41.0.4 org. A", "192.0.2.2 example.org. A", "203.0.113.53 www.example.org. A");
  }

  @Test
  void endsWhereAliasesLeadInACircle() {
    assertThatThrownBy(() -> resolver.resolve("loop1.example.com", RRType.A))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.AliasLoop.class))
        .hasMessageContaining("loop1.example.com. -> loop2.example.org. -> loop1.example.com.");
  }

  @Test
  void cachesThatANameDoesNotExist() throws Exception {
    Answer first = resolver.resolve("nosuch.example.com", RRType.A);
    internet.forgetQueries();
    internet.time().advance(Duration.ofSeconds(20));
    Answer again = resolver.resolve("nosuch.example.com", RRType.AAAA);

    assertThat(first).isInstanceOf(Answer.NoSuchName.class);
    assertThat(first.ttl()).isEqualTo(60);
    assertThat(again).isInstanceOf(Answer.NoSuchName.class);
    assertThat(again.ttl()).isEqualTo(40);
    assertThat(asked(internet)).isEmpty();
  }

  @Test
  void cachesThatANameHasNoSuchData() throws Exception {
    Answer first = resolver.resolve("www.example.com", RRType.AAAA);
    internet.forgetQueries();
    Answer again = resolver.resolve("www.example.com", RRType.AAAA);
    Answer other = resolver.resolve("www.example.com", RRType.A);

    assertThat(first).isInstanceOf(Answer.NoData.class);
    assertThat(again).isInstanceOf(Answer.NoData.class);
    assertThat(other).isInstanceOf(Answer.Found.class);
    assertThat(asked(internet)).hasSize(1);
  }

  @Test
  void tellsAnEmptyNonTerminalFromANameThatDoesNotExist() throws Exception {
    assertThat(resolver.resolve("empty.example.com", RRType.A)).isInstanceOf(Answer.NoData.class);
  }

  @Test
  void neverCachesWhatHasNoTtl() throws Exception {
    resolver.resolve("zero.example.com", RRType.A);
    internet.forgetQueries();

    assertThat(addresses(resolver.resolve("zero.example.com", RRType.A)))
        .containsExactly("192.0.2.81");
    assertThat(asked(internet)).hasSize(1);
  }

  @Test
  void fetchesByTcpWhatUdpCut() throws Exception {
    Answer.Found answer = (Answer.Found) resolver.resolve("big.example.com", RRType.TXT);

    assertThat(answer.as(TXT.class).getFirst().strings()).hasSize(6);
    List<ReceivedQuery> queries = internet.queries();
    assertThat(queries.get(queries.size() - 2).protocol()).isEqualTo(Protocol.UDP);
    assertThat(queries.getLast().protocol()).isEqualTo(Protocol.TCP);
    assertThat(answer.explanation().exchanges().map(Step.Exchange::verdict))
        .endsWith(Step.Judgement.TRUNCATED, Step.Judgement.ANSWERED);
  }

  @Test
  void asksTheParentForDsRecords() throws Exception {
    resolver.resolve("www.example.com", RRType.A);
    internet.forgetQueries();

    assertThat(resolver.resolve("example.com", RRType.DS)).isInstanceOf(Answer.NoData.class);
    assertThat(asked(internet)).containsExactly("192.0.2.1 example.com. DS");
  }

  @Test
  void tellsTheFirstCallerTheTtlsThatTheCacheTellsTheOthers() throws Exception {
    long first = resolver.resolve("long.example.com", RRType.A).ttl();
    long again = resolver.resolve("long.example.com", RRType.A).ttl();

    assertThat(first).isEqualTo(86_400).isEqualTo(again);
  }

  @Test
  void saysWhichDelegationWasKnownAlready() throws Exception {
    resolver.resolve("www.example.com", RRType.A);

    Answer answer = resolver.resolve("deep.empty.example.com", RRType.A);

    assertThat(answer.explanation().steps().getFirst())
        .isInstanceOfSatisfying(
            Step.CacheHit.class,
            hit -> {
              assertThat(hit.question().name()).isEqualTo(DomainName.of("example.com"));
              assertThat(hit.detail()).isEqualTo("delegation");
            });
  }

  @Test
  void primesOnceWhileTheRootsNsRecordsLast() throws Exception {
    resolver.resolve("www.example.com", RRType.A);
    resolver.resolve("www.example.org", RRType.A);
    assertThat(asked(internet)).filteredOn(line -> line.endsWith(" . NS")).hasSize(1);

    internet.time().advance(Duration.ofDays(1));
    resolver.resolve("nosuch.", RRType.A);
    assertThat(asked(internet)).filteredOn(line -> line.endsWith(" . NS")).hasSize(2);
  }

  @Test
  void repeatsARunBitForBit() throws Exception {
    resolver.resolve("away.example.com", RRType.A);
    SimulatedInternet twin = SmallWorld.in(MockInternet.simulated(1));
    twin.recursive().build().resolve("away.example.com", RRType.A);

    assertThat(twin.log()).isEqualTo(internet.log());
  }
}
