// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SECURITY C12: many names below one zone at once, which no cache can have. */
class WaterTortureTest {

  private static final int FLOOD = 600;
  private static final int MOST_OUTSTANDING = 64;
  private static final List<String> DEAD =
      List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2);

  private final SimulatedInternet internet = MockInternet.simulated(1);
  private final Map<DomainName, Ended> ended = new LinkedHashMap<>();

  /** How a caller's question ended, and when it was asked and ended. */
  private record Ended(boolean answered, long begunNanos, long endedNanos) {
    long nanos() {
      return endedNanos - begunNanos;
    }
  }

  private Resolver resolver(ResolverLimits limits) {
    return internet.recursive().executor(internet.threads()).limits(limits).build();
  }

  private void ask(Resolver resolver, String name) {
    internet
        .threads()
        .execute(() -> {
          long begun = internet.time().nanos();
          boolean answered = true;
          try {
            assertThat(resolver.resolve(name, RRType.A)).isNotNull();
          } catch (ResolutionException e) {
            answered = false;
          }
          ended.put(DomainName.of(name), new Ended(answered, begun, internet.time().nanos()));
        });
  }

  private static DomainName question(SimulatedExchange sent) {
    try {
      return MessageCodec.decode(sent.query().toArray()).questions().getFirst().name();
    } catch (WireFormatException e) {
      throw new AssertionError(e);
    }
  }

  /** Of how many questions at most the servers had been asked at one time, and they not ended. */
  private int mostOutstanding(List<String> servers) {
    Map<DomainName, Long> first = new LinkedHashMap<>();
    for (SimulatedExchange sent : internet.log()) {
      if (servers.contains(sent.server().getAddress().getHostAddress())) {
        first.putIfAbsent(question(sent), sent.sentNanos());
      }
    }
    return first.values().stream()
        .mapToInt(at ->
            (int)
                first.entrySet().stream()
                    .filter(each -> each.getValue() <= at)
                    .filter(each -> ended.get(each.getKey()).endedNanos() > at)
                    .count())
        .max()
        .orElse(0);
  }

  @Test
  @DisplayName("C12, goal 54: random names in a dead zone, and benign ones beside them")
  void aDeadZoneTakesNothingFromOthers() {
    SmallWorld.in(internet);
    DEAD.forEach(server -> internet.server(server).silent());
    Resolver resolver = resolver(ResolverLimits.DEFAULT);
    ask(resolver, "first.example.org");
    internet.threads().run();
    long usual = ended.remove(DomainName.of("first.example.org")).nanos();

    IntStream.range(0, FLOOD).forEach(i -> ask(resolver, "r" + i + ".example.com"));
    IntStream.range(0, 20).forEach(i -> ask(resolver, "b" + i + ".example.org"));
    internet.threads().run();

    assertThat(ended).hasSize(FLOOD + 20);
    assertThat(mostOutstanding(DEAD)).isEqualTo(MOST_OUTSTANDING);
    ended.forEach((name, end) -> {
      boolean benign = name.isBelow(DomainName.of("example.org"));
      assertThat(end.answered()).isEqualTo(benign);
      assertThat(end.nanos()).isLessThanOrEqualTo(benign ? usual : Duration.ofSeconds(7).toNanos());
    });
  }

  private long latestNanos() {
    return ended.values().stream().mapToLong(Ended::nanos).max().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.1})
  @DisplayName("C12: an honest walk of 500 names below one zone loses none, and hardly any time")
  void aZoneThatRepliesIsAskedByAll(double loss) {
    int walk = 500;
    ManyZones.in(internet, walk);
    internet.conditions(LinkConditions.of(Duration.ofMillis(10)).withLoss(loss));
    Resolver resolver = resolver(ResolverLimits.DEFAULT);
    IntStream.range(0, walk).forEach(i -> ask(resolver, ManyZones.name(i)));
    internet.threads().run();

    assertThat(ended.values()).hasSize(walk).allMatch(Ended::answered);
    if (loss == 0) {
      // Three exchanges each; at the root and at com. three round trips in line at most.
      assertThat(Duration.ofNanos(latestNanos())).isLessThan(Duration.ofMillis(20 * (3 + 3 + 3)));
    }
  }

  @Test
  @DisplayName("C12: who finds no place in time is told so, and may ask again at once")
  void aRefusalIsNotRemembered() {
    SmallWorld.in(internet);
    DEAD.forEach(server -> internet.server(server).silent());
    Resolver resolver = resolver(ResolverLimits.DEFAULT.toBuilder().questionsPerZone(1).build());
    ask(resolver, "r1.example.com");
    internet.threads().advanceTo(Duration.ofMillis(500).toNanos());
    Question second = new Question(DomainName.of("www.example.com"), RRType.A);
    List<Failure> failures = new ArrayList<>();
    internet
        .threads()
        .execute(() -> {
          try {
            resolver.resolve(second, Duration.ofMillis(200));
          } catch (ResolutionException e) {
            failures.add(e.failure());
          }
        });
    internet.threads().advanceTo(Duration.ofMillis(800).toNanos());
    assertThat(failures).singleElement().isInstanceOf(Failure.LimitReached.class);
    assertThat(failures.getFirst().sentence())
        .isEqualTo("gave up at the limit of 1 questions at once to the servers of example.com.");

    DEAD.forEach(server -> internet.server(server).healthy());
    ask(resolver, "www.example.com");
    internet.threads().run();
    assertThat(ended.get(DomainName.of("www.example.com")).answered()).isTrue();
  }
}
