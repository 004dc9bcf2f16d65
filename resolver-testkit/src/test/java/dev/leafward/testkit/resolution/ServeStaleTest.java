// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.resolver.config.TtlRange;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Old answers, for want of new ones (RFC 8767). All zones here have TTLs of 300 s or less. */
class ServeStaleTest {

  private static final Question WWW = question("www.example.com.");
  private static final Duration STANDARD = Duration.ofSeconds(7);

  private final SimulatedInternet internet =
      SmallWorld.in(MockInternet.simulated(1)).conditions(LinkConditions.of(Duration.ofMillis(10)));

  private static Question question(String name) {
    return new Question(DomainName.of(name), RRType.A);
  }

  /** What one question came to, and when. */
  private record Heard(Answer answer, ResolutionException failure, Duration took) {}

  private Resolver serving(ServeStale stale) {
    CacheOptions options = CacheOptions.DEFAULT.toBuilder().serveStale(stale).build();
    return internet.recursive().cache(options).executor(internet.threads()).build();
  }

  /** Asks on a thread of the simulation, and runs until the caller has what it gets. */
  private Heard ask(Resolver resolver, Question question, Duration allowed) {
    List<Heard> heard = new ArrayList<>();
    internet
        .threads()
        .execute(() -> {
          long begun = internet.time().nanos();
          Answer answer = null;
          ResolutionException failure = null;
          try {
            answer = resolver.resolve(question, allowed);
          } catch (ResolutionException e) {
            failure = e;
          }
          Duration took = Duration.ofNanos(internet.time().nanos() - begun);
          heard.add(new Heard(answer, failure, took));
        });
    while (heard.isEmpty()) {
      internet.threads().runUntilQuiet();
      if (heard.isEmpty()) {
        assertThat(internet.threads().advance()).isTrue();
      }
    }
    return heard.getFirst();
  }

  private Answer answer(Resolver resolver, Question question) {
    return ask(resolver, question, STANDARD).answer();
  }

  /** Lets everything under way end. */
  private void settle() {
    internet.threads().run();
    assertThat(internet.threads().isIdle()).isTrue();
  }

  private void pass(Duration time) {
    settle();
    internet.time().advance(time);
  }

  private void exampleCom(Consumer<MockServer> change) {
    change.accept(internet.server(SmallWorld.EXAMPLE_COM));
    change.accept(internet.server(SmallWorld.EXAMPLE_COM_2));
  }

  @BeforeEach
  void startLate() {
    internet.time().advance(Duration.ofHours(1));
  }

  @Test
  @DisplayName("G2: off unless asked for")
  void nothingIsServedStaleByDefault() {
    Resolver resolver = internet.recursive().executor(internet.threads()).build();
    assertThat(answer(resolver, WWW).isStale()).isFalse();
    pass(Duration.ofSeconds(300));
    exampleCom(MockServer::refusing);

    assertThat(ask(resolver, WWW, STANDARD).failure()).isNotNull();
    assertThat(resolver.cache().entries()).noneMatch(entry -> entry.isStale());
  }

  @Test
  @DisplayName("G2: stale after a real failure, with a TTL of 30 s")
  void servesStaleAfterAFailure() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    assertThat(answer(resolver, WWW).ttl()).isEqualTo(300);
    pass(Duration.ofSeconds(300));
    exampleCom(MockServer::refusing);

    Heard heard = ask(resolver, WWW, STANDARD);

    assertThat(heard.answer()).isInstanceOf(Answer.Found.class);
    assertThat(heard.answer().isStale()).isTrue();
    assertThat(heard.answer().ttl()).isEqualTo(30);
    assertThat(heard.took()).isLessThan(Duration.ofMillis(1_800));
    assertThat(heard.answer().explanation().toString()).contains("refuses");
  }

  @Test
  @DisplayName("G2: who flushes a name also has it looked up anew where that failed before")
  void flushingForgetsThatARefreshFailed() {
    CacheOptions options =
        CacheOptions.DEFAULT.toBuilder()
            .serveStale(ServeStale.RECOMMENDED)
            .ttl(TtlRange.atMost(100))
            .failureTtl(new TtlRange(300, 300))
            .build();
    Resolver resolver = internet.recursive().cache(options).executor(internet.threads()).build();
    answer(resolver, WWW);
    pass(Duration.ofSeconds(100));
    exampleCom(MockServer::refusing);
    assertThat(answer(resolver, WWW).isStale()).isTrue();
    settle();
    exampleCom(MockServer::healthy);

    resolver.cache().flush(WWW.name());
    answer(resolver, question("alias.example.com.")); // brings the address, too
    pass(Duration.ofSeconds(100));

    assertThat(answer(resolver, WWW).isStale()).isFalse();
  }

  @Test
  @DisplayName("G2: stale after 1.8 s of silence, not sooner; the work goes on for the cache")
  void servesStaleAfterTheClientTimeout() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    answer(resolver, WWW);
    pass(Duration.ofSeconds(300));
    exampleCom(server -> server.delaying(Duration.ofMillis(1_300)));
    internet.server(SmallWorld.EXAMPLE_COM).silent();
    internet.server(SmallWorld.EXAMPLE_COM_2).delaying(Duration.ofMillis(1_200));
    internet.conditions(SmallWorld.EXAMPLE_COM_2, LinkConditions.of(Duration.ofMillis(1_000)));

    Heard heard = ask(resolver, WWW, STANDARD);
    assertThat(heard.answer().isStale()).isTrue();
    assertThat(heard.took()).isEqualTo(Duration.ofMillis(1_800));
    assertThat(internet.threads().isIdle()).as("somebody still asks").isFalse();

    exampleCom(MockServer::healthy);
    settle();
    Answer fresh = resolver.cache().peek(WWW).orElseThrow();
    assertThat(fresh.isStale()).isFalse();
  }

  @Test
  @DisplayName("G2: an answer that comes in time is never stale")
  void servesFreshWhereItCan() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    answer(resolver, WWW);
    pass(Duration.ofSeconds(300));

    Answer fresh = answer(resolver, WWW);

    assertThat(fresh.isStale()).isFalse();
    assertThat(fresh.ttl()).isEqualTo(300);
  }

  @Test
  @DisplayName("G2: never older than the limit")
  void nothingIsServedAfterItsMaximumAge() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    answer(resolver, WWW);
    exampleCom(MockServer::refusing);

    pass(Duration.ofSeconds(300 + 86_400 - 1));
    assertThat(answer(resolver, WWW).isStale()).isTrue();
    pass(Duration.ofSeconds(1));
    Heard heard = ask(resolver, WWW, STANDARD);
    assertThat(heard.failure().failure()).isInstanceOf(Failure.NoUsableServer.class);
  }

  @Test
  @DisplayName("G2: as Unbound's serve-expired-ttl-reset, a failed refresh may count the age anew")
  void ageMayCountAnew() {
    Resolver resolver =
        serving(ServeStale.RECOMMENDED.withOnFailure(ServeStale.OnFailure.AGES_ANEW));
    answer(resolver, WWW);
    exampleCom(MockServer::refusing);

    pass(Duration.ofSeconds(300 + 86_400 - 1));
    assertThat(answer(resolver, WWW).isStale()).isTrue();
    pass(Duration.ofSeconds(86_400 - 10));
    assertThat(answer(resolver, WWW).isStale()).isTrue();
  }

  @Test
  @DisplayName("RFC 8767 section 5: after a failure, stale at once for 5 s; then it is tried again")
  void aFailedRefreshIsNotRepeatedAtOnce() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    answer(resolver, WWW);
    pass(Duration.ofSeconds(300));
    exampleCom(MockServer::refusing);
    answer(resolver, WWW);
    internet.forgetQueries();

    exampleCom(MockServer::healthy);
    Heard heard = ask(resolver, WWW, STANDARD);
    assertThat(heard.answer().isStale()).isTrue();
    assertThat(heard.took()).isZero();
    assertThat(internet.queries()).isEmpty();

    pass(Duration.ofSeconds(5));
    assertThat(answer(resolver, WWW).isStale()).isFalse();
  }

  @Test
  @DisplayName("client timeout 0: stale at once, refreshed afterwards")
  void servesStaleAtOnceAndRefreshes() {
    Resolver resolver = serving(ServeStale.RECOMMENDED.withClientTimeout(Duration.ZERO));
    answer(resolver, WWW);
    pass(Duration.ofSeconds(300));

    Heard heard = ask(resolver, WWW, STANDARD);
    assertThat(heard.answer().isStale()).isTrue();
    assertThat(heard.took()).isZero();
    assertThat(resolver.cache().peek(WWW).orElseThrow().isStale()).isTrue();

    settle();
    Heard next = ask(resolver, WWW, STANDARD);
    assertThat(next.answer().isStale()).isFalse();
    assertThat(next.took()).isZero();
  }

  @Test
  void servesStaleAtOnceWithoutAnyThreadToo() throws Exception {
    CacheOptions options =
        CacheOptions.DEFAULT.toBuilder()
            .serveStale(ServeStale.RECOMMENDED.withClientTimeout(Duration.ZERO))
            .build();
    Resolver resolver = internet.recursive().cache(options).build();
    resolver.resolve(WWW);
    internet.time().advance(Duration.ofSeconds(300));

    assertThat(resolver.resolve(WWW).isStale()).isTrue();
    assertThat(resolver.resolve(WWW).isStale()).isFalse();
  }

  @Test
  @DisplayName("a TTL that was shorter than 30 s at first is not made longer")
  void servesTheShorterTtl() {
    Resolver resolver = serving(ServeStale.RECOMMENDED.withAnswerTtl(Duration.ofSeconds(123_456)));
    answer(resolver, WWW);
    pass(Duration.ofSeconds(300));
    exampleCom(MockServer::refusing);

    assertThat(answer(resolver, WWW).ttl()).isEqualTo(300);
  }

  @Test
  void denialsAndAliasesAreServedStaleToo() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    Question alias = question("alias.example.com.");
    Question none = question("nothere.example.com.");
    Question noData = new Question(DomainName.of("www.example.com."), RRType.MX);
    Stream.of(alias, none, noData).forEach(each -> answer(resolver, each));
    pass(Duration.ofSeconds(300));
    exampleCom(MockServer::refusing);

    assertThat(answer(resolver, alias)).isInstanceOf(Answer.Found.class);
    assertThat(answer(resolver, none)).isInstanceOf(Answer.NoSuchName.class);
    assertThat(answer(resolver, noData)).isInstanceOf(Answer.NoData.class);
    Stream.of(alias, none, noData)
        .map(each -> answer(resolver, each))
        .forEach(stale -> {
          assertThat(stale.isStale()).isTrue();
          assertThat(stale.ttl()).isEqualTo(30);
        });
  }

  @Test
  @DisplayName("a caller whose deadline is near gets what there is at its deadline")
  void aShortDeadlineGetsStaleDataToo() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    answer(resolver, WWW);
    pass(Duration.ofSeconds(300));
    exampleCom(MockServer::silent);

    Heard heard = ask(resolver, WWW, Duration.ofMillis(500));

    assertThat(heard.answer().isStale()).isTrue();
    assertThat(heard.took()).isBetween(Duration.ofMillis(450), Duration.ofMillis(500));
  }

  @Test
  void anInterruptedOrClosedResolverServesNothing() {
    Resolver resolver = serving(ServeStale.RECOMMENDED);
    answer(resolver, WWW);
    pass(Duration.ofSeconds(300));
    resolver.close();

    assertThatThrownBy(() -> resolver.resolve(WWW)).isInstanceOf(ResolutionException.class);
  }

  /** The 32 ways to combine the features of serving old and of refreshing. */
  static Stream<CacheOptions> combinations() {
    return IntStream.range(0, 32)
        .mapToObj(bits ->
            CacheOptions.DEFAULT.toBuilder()
                .serveStale(
                    new ServeStale(
                        (bits & 1) == 0 ? Duration.ZERO : Duration.ofDays(1),
                        Duration.ofSeconds((bits & 2) == 0 ? 30 : 0),
                        Duration.ofMillis((bits & 4) == 0 ? 0 : 1_800),
                        (bits & 8) == 0
                            ? ServeStale.OnFailure.AGES_ON
                            : ServeStale.OnFailure.AGES_ANEW))
                .prefetch((bits & 16) == 0 ? Prefetch.OFF : Prefetch.LAST_TENTH)
                .build());
  }

  @ParameterizedTest
  @MethodSource("combinations")
  @DisplayName("G3, row 48: 32 combinations x every kind of failure: 0 exceptions, TTL at most 30")
  void everyCombinationOutlivesEveryFailure(CacheOptions options) {
    List<Consumer<MockServer>> failures =
        List.of(
            MockServer::silent,
            MockServer::refusing,
            MockServer::failing,
            MockServer::lame,
            MockServer::truncating,
            server -> server.truncating().refusingTcp(),
            server -> server.delaying(Duration.ofMillis(2_500)),
            server -> server.responding((query, occasion) -> List.of()),
            MockServer::healthy);
    Resolver resolver = internet.recursive().cache(options).executor(internet.threads()).build();
    boolean on = options.serveStale().isOn();
    List<Question> questions =
        List.of(WWW, question("alias.example.com."), question("no.example.com."));
    for (Consumer<MockServer> failure : failures) {
      exampleCom(MockServer::healthy);
      pass(Duration.ofSeconds(601));
      for (Question each : questions) {
        answer(resolver, each);
        settle();
        assertThat(answer(resolver, each).isStale()).isFalse();
      }
      exampleCom(failure);
      for (Duration wait : List.of(Duration.ofSeconds(275), Duration.ofSeconds(30))) {
        pass(wait);
        for (Question each : questions) {
          Heard heard = ask(resolver, each, STANDARD);
          assertThat(heard.took()).isLessThanOrEqualTo(STANDARD);
          if (heard.answer() == null) {
            assertThat(on).as("%s failed with %s", each, heard.failure()).isFalse();
          } else if (heard.answer().isStale()) {
            assertThat(on).isTrue();
            assertThat(heard.answer().ttl()).isLessThanOrEqualTo(30);
          }
        }
      }
      settle();
    }
    resolver.close();
    settle();
  }
}
