// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is in use is looked up again before it expires; the TTL of the data is 300 s. */
class PrefetchTest {

  private static final Question WWW = new Question(DomainName.of("www.example.com."), RRType.A);

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));

  private Resolver resolver(Prefetch prefetch) {
    return internet
        .recursive()
        .cache(CacheOptions.DEFAULT.toBuilder().prefetch(prefetch).build())
        .limits(ResolverLimits.DEFAULT.toBuilder().waiters(20_000).build())
        .executor(internet.threads())
        .build();
  }

  private List<Answer> ask(Resolver resolver, Question question, int callers) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      internet
          .threads()
          .execute(() -> {
            try {
              answers.add(resolver.resolve(question));
            } catch (ResolutionException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    internet.threads().run();
    return answers;
  }

  private int sends(Runnable work) {
    internet.forgetQueries();
    work.run();
    return internet.queries().size();
  }

  @Test
  void aHitInTheLastTenthSetsOffOneLookupAndIsNotHeldUpByIt() {
    Resolver resolver = resolver(Prefetch.LAST_TENTH);
    ask(resolver, WWW, 1);

    internet.time().advance(Duration.ofSeconds(269));
    assertThat(sends(() -> ask(resolver, WWW, 1))).isZero();

    internet.time().advance(Duration.ofSeconds(2));
    long before = internet.time().nanos();
    List<Long> answered = new ArrayList<>();
    internet.forgetQueries();
    internet
        .threads()
        .execute(() -> {
          try {
            assertThat(resolver.resolve(WWW).ttl()).isLessThanOrEqualTo(30);
            answered.add(internet.time().nanos());
          } catch (ResolutionException e) {
            throw new IllegalStateException(e);
          }
        });
    internet.threads().run();

    assertThat(answered).containsExactly(before);
    assertThat(internet.queries()).hasSize(1);
    assertThat(resolver.cache().peek(WWW).orElseThrow().ttl()).isEqualTo(300);
  }

  @Test
  void isOffByDefault() {
    Resolver resolver = resolver(CacheOptions.DEFAULT.prefetch());
    ask(resolver, WWW, 1);
    internet.time().advance(Duration.ofSeconds(290));

    assertThat(sends(() -> ask(resolver, WWW, 1))).isZero();
  }

  @Test
  void aFailedPrefetchIsNotTriedAtEachHit() {
    Resolver resolver = resolver(Prefetch.LAST_TENTH);
    ask(resolver, WWW, 1);
    internet.server(SmallWorld.EXAMPLE_COM).refusing();
    internet.server(SmallWorld.EXAMPLE_COM_2).refusing();
    internet.time().advance(Duration.ofSeconds(280));

    assertThat(sends(() -> ask(resolver, WWW, 1))).isPositive();
    assertThat(sends(() -> assertThat(ask(resolver, WWW, 10)).hasSize(10))).isZero();
  }

  @Test
  void answersBeforeItRefreshesWhereThereIsNoOtherThread() throws Exception {
    Resolver resolver =
        internet
            .recursive()
            .cache(CacheOptions.DEFAULT.toBuilder().prefetch(Prefetch.LAST_TENTH).build())
            .build();
    resolver.resolve(WWW);
    internet.time().advance(Duration.ofSeconds(280));

    assertThat(resolver.resolve(WWW).ttl()).isLessThanOrEqualTo(20);
    assertThat(resolver.resolve(WWW).ttl()).isEqualTo(300);
  }

  @Test
  @DisplayName("G4: 10,000 callers at expiry: 1 send")
  void manyCallersAtExpiryCostOneSend() {
    Resolver resolver = resolver(Prefetch.OFF);
    ask(resolver, WWW, 1);
    internet.time().advance(Duration.ofSeconds(300));

    List<Answer> answers = new ArrayList<>();
    assertThat(sends(() -> answers.addAll(ask(resolver, WWW, 10_000)))).isEqualTo(1);
    assertThat(answers).hasSize(10_000);
  }

  @Test
  @DisplayName("G4: 10,000 callers just before expiry: 1 send")
  void manyCallersBeforeExpiryCostOneSend() {
    Resolver resolver = resolver(Prefetch.LAST_TENTH);
    ask(resolver, WWW, 1);
    internet.time().advance(Duration.ofSeconds(299));

    assertThat(sends(() -> assertThat(ask(resolver, WWW, 10_000)).hasSize(10_000))).isEqualTo(1);
  }

  @Test
  @DisplayName("G5: an answer with TTL 0 is shared with those who wait already, with nobody later")
  void ttlZeroIsSharedWithConcurrentWaitersOnly() {
    Resolver resolver = resolver(Prefetch.LAST_TENTH);
    ask(resolver, WWW, 1);
    Question zero = new Question(DomainName.of("zero.example.com."), RRType.A);

    assertThat(sends(() -> assertThat(ask(resolver, zero, 100)).hasSize(100))).isEqualTo(1);
    assertThat(sends(() -> ask(resolver, zero, 1))).isEqualTo(1);
    assertThat(resolver.cache().peek(zero)).isEmpty();
  }
}
