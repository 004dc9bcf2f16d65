// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has just failed is not tried again at once (RFC 9520). */
class FailureMemoryTest {

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));
  private final Resolver resolver = internet.recursive().build();

  private static ResolutionException failure(Resolver resolver, String name) {
    return failure(resolver, name, ResolverLimits.DEFAULT.deadline());
  }

  private static ResolutionException failure(Resolver resolver, String name, Duration allowed) {
    try {
      Question question = new Question(DomainName.of(name), RRType.A);
      throw new AssertionError("answered: " + resolver.resolve(question, allowed));
    } catch (ResolutionException e) {
      return e;
    }
  }

  /** A root and {@code com.}, with these delegations. */
  private static SimulatedInternet world(String delegations) {
    SimulatedInternet world = MockInternet.simulated(1);
    SmallWorld.root(world, "");
    SmallWorld.com(world, delegations);
    return world;
  }

  private int sends(String name) {
    internet.forgetQueries();
    failure(resolver, name);
    return internet.queries().size();
  }

  private void passSeconds(long seconds) {
    internet.time().advance(Duration.ofSeconds(seconds));
  }

  private void silenceExampleCom() {
    internet.server(SmallWorld.EXAMPLE_COM).silent();
    internet.server(SmallWorld.EXAMPLE_COM_2).silent();
  }

  @Test
  @DisplayName("RFC 9520: a repeat fails at once with the same failure, and says so")
  void repeatsTheFailureWithoutASend() {
    internet.server(SmallWorld.EXAMPLE_COM).refusing();
    internet.server(SmallWorld.EXAMPLE_COM_2).failing();
    Failure first = failure(resolver, "www.example.com").failure();
    long before = internet.time().nanos();
    internet.forgetQueries();

    ResolutionException repeated = failure(resolver, "www.example.com");

    assertThat(repeated.failure()).isEqualTo(first).isInstanceOf(Failure.NoUsableServer.class);
    assertThat(repeated.explanation().steps())
        .singleElement()
        .isInstanceOfSatisfying(
            Step.FailureHit.class, hit -> assertThat(hit.secondsLeft()).isBetween(1L, 5L));
    assertThat(internet.queries()).isEmpty();
    assertThat(internet.time().nanos()).isEqualTo(before);
  }

  @Test
  @DisplayName("RFC 9520: 5 s at first, then twice as long each time, never over 300 s")
  void isRememberedForLongerEachTime() {
    internet.server(SmallWorld.EXAMPLE_COM).refusing();
    internet.server(SmallWorld.EXAMPLE_COM_2).refusing();
    assertThat(sends("www.example.com")).isPositive();

    for (long seconds : new long[] {5, 10, 20, 40, 80, 160, 300, 300}) {
      passSeconds(seconds - 1);
      assertThat(sends("www.example.com")).as("within %d s", seconds).isZero();
      passSeconds(1);
      assertThat(sends("www.example.com")).as("after %d s", seconds).isPositive();
    }
  }

  @Test
  void anAnswerEndsTheSeries() throws Exception {
    internet.server(SmallWorld.EXAMPLE_COM).refusing();
    internet.server(SmallWorld.EXAMPLE_COM_2).refusing();
    failure(resolver, "zero.example.com");
    passSeconds(5);
    failure(resolver, "zero.example.com");
    passSeconds(10);
    internet.server(SmallWorld.EXAMPLE_COM).healthy();
    internet.server(SmallWorld.EXAMPLE_COM_2).healthy();
    resolver.resolve("zero.example.com", RRType.A);

    internet.server(SmallWorld.EXAMPLE_COM).refusing();
    internet.server(SmallWorld.EXAMPLE_COM_2).refusing();
    failure(resolver, "zero.example.com");
    passSeconds(5);
    assertThat(sends("zero.example.com")).isPositive();
  }

  @Test
  void aFlushForgetsIt() throws Exception {
    internet.server(SmallWorld.EXAMPLE_COM).refusing();
    internet.server(SmallWorld.EXAMPLE_COM_2).refusing();
    failure(resolver, "www.example.com");
    internet.server(SmallWorld.EXAMPLE_COM).healthy();
    failure(resolver, "www.example.com");

    resolver.cache().flush(DomainName.of("www.example.com."));

    assertThat(resolver.resolve("www.example.com", RRType.A)).isInstanceOf(Answer.Found.class);
  }

  @Test
  @DisplayName("RFC 9520: nothing is remembered that was the caller's own doing")
  void aShortDeadlineIsTheCallersOwn() {
    silenceExampleCom();
    Failure failure = failure(resolver, "www.example.com", Duration.ofMillis(300)).failure();
    assertThat(failure).isInstanceOf(Failure.DeadlineExceeded.class);

    assertThat(sends("www.example.com")).isPositive();
    assertThat(sends("www.example.com")).as("all the time there is was not enough").isZero();
  }

  @Test
  @DisplayName("promise 5: a chain of aliases that is too long for one caller harms no other name")
  void whatEndsAChainDoesNotHarmItsLinks() throws Exception {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      links.append("c%d CNAME c%d%n".formatted(i, i + 1));
    }
    SimulatedInternet chained = world("chain NS ns.chain\nns.chain A 203.0.113.99\n");
    chained
        .zone("chain.com.")
        .at("203.0.113.99")
        .text(
            "$TTL 300\n@ SOA ns h 1 1 1 1 60\n@ NS ns\nns A 203.0.113.99\nc20 A 203.0.113.1\n"
                + links);
    Resolver victim = chained.recursive().build();

    assertThat(failure(victim, "c0.chain.com").failure()).isInstanceOf(Failure.LimitReached.class);

    assertThat(victim.resolve("c12.chain.com", RRType.A)).isInstanceOf(Answer.Found.class);
    chained.forgetQueries();
    failure(victim, "c0.chain.com");
    assertThat(chained.queries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  @DisplayName("C3, row 8: a cycle of zones costs 20 sends, then none for 5 s, and 60 in an hour")
  void aCycleOfZonesIsNotTriedAgainAndAgain(int zones) {
    StringBuilder delegations = new StringBuilder();
    for (int i = 0; i < zones; i++) {
      delegations.append("zone%d NS ns.zone%d.com.%n".formatted(i, (i + 1) % zones));
    }
    SimulatedInternet cyclic = world(delegations.toString());
    Resolver victim = cyclic.recursive().build();

    failure(victim, "www.zone0.com");
    assertThat(cyclic.queries()).hasSizeLessThanOrEqualTo(20);

    cyclic.forgetQueries();
    for (int i = 0; i < 4; i++) {
      failure(victim, "www.zone0.com");
      cyclic.time().advance(Duration.ofSeconds(1));
    }
    assertThat(cyclic.queries()).isEmpty();

    for (int second = 0; second < 3_600; second++) {
      failure(victim, "www.zone0.com");
      cyclic.time().advance(Duration.ofSeconds(1));
    }
    assertThat(cyclic.queries()).hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void aNameServerThatCannotBeFoundIsNotLookedUpForEachName() {
    SimulatedInternet dead = world("glueless NS ns.dead\ndead NS ns.dead\nns.dead A 192.0.2.66\n");
    dead.zone("dead.com.")
        .at("192.0.2.66")
        .text("$TTL 300\n@ SOA ns h 1 1 1 1 60\n@ NS ns\nns A 192.0.2.66\n");
    dead.server("192.0.2.66").refusing();
    Resolver victim = dead.recursive().build();
    failure(victim, "a.glueless.com");
    dead.forgetQueries();

    failure(victim, "b.glueless.com");

    assertThat(dead.queriesTo("192.0.2.66")).hasSize(1);
  }
}
