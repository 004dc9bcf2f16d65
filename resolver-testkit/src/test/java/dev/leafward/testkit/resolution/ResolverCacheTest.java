// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.ResolverCache;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a caller sees of the cache, and does to it. */
class ResolverCacheTest {

  private static final Question WWW = question("www.example.com.", RRType.A);
  private static final Question ALIAS = question("alias.example.com.", RRType.A);

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));
  private final Resolver resolver = internet.recursive().build();
  private final ResolverCache cache = resolver.cache();

  private static Question question(String name, RRType type) {
    return new Question(DomainName.of(name), type);
  }

  @BeforeEach
  void askForThings() throws ResolutionException {
    resolver.resolve(ALIAS);
    resolver.resolve(question("www.example.com.", RRType.MX));
    resolver.resolve(question("nothere.example.com.", RRType.A));
  }

  @Test
  @DisplayName("RD=0: what the cache has is an answer, aliases and denials included; nothing sent")
  void peeks() throws Exception {
    int sent = internet.queries().size();

    assertThat(cache.peek(WWW)).containsInstanceOf(Answer.Found.class);
    assertThat(cache.peek(ALIAS).orElseThrow().aliases()).hasSize(1);
    assertThat(cache.peek(question("www.example.com.", RRType.MX)))
        .containsInstanceOf(Answer.NoData.class);
    assertThat(cache.peek(question("nothere.example.com.", RRType.TXT)))
        .containsInstanceOf(Answer.NoSuchName.class);
    assertThat(cache.peek(question("deep.empty.example.com.", RRType.A))).isEmpty();
    assertThat(internet.queries()).hasSize(sent);
  }

  @Test
  @DisplayName("RD=0: glue and delegations answer no question")
  void peeksAtNothingUnasked() {
    assertThat(cache.peek(question("ns1.example.com.", RRType.A))).isEmpty();
    assertThat(cache.peek(question("example.com.", RRType.NS))).isEmpty();
    assertThat(cache.peek(question("www.example.com.", RRType.ANY))).isEmpty();
  }

  @Test
  void whatHasExpiredIsNoAnswer() {
    internet.time().advance(Duration.ofSeconds(300));

    assertThat(cache.peek(WWW)).isEmpty();
    assertThat(cache.entries()).noneMatch(entry -> entry.name().equals(WWW.name()));
  }

  @Test
  void listsEverythingWithItsKindRankAndTtl() {
    internet.time().advance(Duration.ofSeconds(10));

    List<CachedEntry> entries = cache.entries().toList();

    assertThat(entries)
        .anySatisfy(entry -> {
          assertThat(entry).isInstanceOf(CachedEntry.Data.class);
          assertThat(entry.name()).isEqualTo(WWW.name());
          assertThat(entry.rank()).isEqualTo(CachedEntry.Rank.ANSWER);
          assertThat(entry.secondsLeft()).isBetween(289L, 291L);
          assertThat(entry.rrset().ttl()).isEqualTo(entry.secondsLeft());
        })
        .anySatisfy(entry -> {
          assertThat(entry).isInstanceOf(CachedEntry.Delegation.class);
          assertThat(entry.name()).isEqualTo(DomainName.of("example.com."));
        })
        .anySatisfy(entry -> {
          assertThat(entry.name()).isEqualTo(DomainName.of("ns1.example.com."));
          assertThat(entry.rank()).isEqualTo(CachedEntry.Rank.GLUE);
        })
        .anyMatch(
            entry -> entry instanceof CachedEntry.NoData none && none.type().equals(RRType.MX))
        .anyMatch(entry ->
            entry instanceof CachedEntry.NoSuchName none
                && none.name().equals(DomainName.of("nothere.example.com.")));
    assertThat(cache.octets()).isPositive();
  }

  @Test
  void flushesATypeANameOrASubtree() {
    assertThat(cache.flush(WWW.name(), RRType.A)).isEqualTo(1);
    assertThat(cache.peek(WWW)).isEmpty();
    assertThat(cache.peek(question("www.example.com.", RRType.MX))).isPresent();

    assertThat(cache.flush(WWW.name())).isEqualTo(1);
    assertThat(cache.peek(question("www.example.com.", RRType.MX))).isEmpty();
    assertThat(cache.flush(DomainName.of("nothere.example.com."), RRType.TXT)).isEqualTo(1);

    assertThat(cache.flushSubtree(DomainName.of("com."))).isPositive();
    assertThat(cache.entries()).noneMatch(entry -> entry.name().isAtOrBelow(DomainName.of("com.")));
    assertThat(cache.flushSubtree(DomainName.ROOT)).isPositive();
    assertThat(cache.octets()).isZero();
  }

  @Test
  void whatWasDumpedAnswersTheSameElsewhereWithTheRemainingTtl() throws Exception {
    internet.time().advance(Duration.ofSeconds(10));
    StringBuilder text = new StringBuilder();
    cache.dump(text);
    internet.time().advance(Duration.ofSeconds(5));
    int sent = internet.queries().size();

    Resolver other = internet.recursive().build();
    int loaded = other.cache().load(new StringReader(text.toString()));

    assertThat(loaded).isEqualTo((int) cache.entries().count());
    for (Question each :
        List.of(
            WWW,
            ALIAS,
            question("www.example.com.", RRType.MX),
            question("nothere.example.com.", RRType.A))) {
      Answer before = cache.peek(each).orElseThrow();
      Answer after = other.cache().peek(each).orElseThrow();
      assertThat(after.getClass()).isEqualTo(before.getClass());
      assertThat(after.ttl()).as("%s", each).isBetween(before.ttl() - 1, before.ttl());
    }
    other.resolve(question("big.example.com.", RRType.A));
    assertThat(internet.queries().size() - sent).as("the delegations are known").isEqualTo(1);
  }

  @Test
  void refusesATextThatIsNone() {
    assertThatThrownBy(
            () -> cache.load(new StringReader(";; leafward cache 1, 2026-01-01T00:00:00Z\nfoo\n")))
        .isInstanceOfSatisfying(TextFormatException.class, e -> assertThat(e.line()).isEqualTo(2));
    assertThat(cache.peek(WWW)).isNotEqualTo(Optional.empty());
  }
}
