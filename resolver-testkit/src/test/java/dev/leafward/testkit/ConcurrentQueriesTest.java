// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several questions at once in a simulated Internet, by its threads. */
@Timeout(30)
class ConcurrentQueriesTest {

  private final SimulatedInternet internet = LittleWorld.addTo(MockInternet.simulated(3));
  private final Resolver resolver = internet.recursive().executor(internet.threads()).build();

  private static Question question(String name) {
    return new Question(DomainName.of(name), RRType.A);
  }

  @Test
  void aQuestionThatManyAskIsSentOnce() {
    List<CompletableFuture<Answer>> callers =
        IntStream.range(0, 50)
            .mapToObj(each -> resolver.resolveAsync(question("www.example.com.")))
            .toList();

    internet.threads().run();

    assertThat(callers).allMatch(each -> each.resultNow() instanceof Answer.Found);
    assertThat(internet.queries().stream().map(ReceivedQuery::toString)).doesNotHaveDuplicates();
    assertThat(internet.threads().isIdle()).isTrue();
  }

  @Test
  void aCallerThatLeavesEndsTheWorkThatNobodyElseWaitsFor() {
    internet.server(LittleWorld.ZONE_SERVER).silent();
    internet.server(LittleWorld.SECOND_ZONE_SERVER).silent();
    CompletableFuture<Answer> caller = resolver.resolveAsync(question("www.example.com."));
    internet.threads().advanceTo(Duration.ofMillis(500).toNanos());

    caller.cancel(true);
    internet.threads().runUntilQuiet();

    assertThat(internet.threads().isIdle()).isTrue();
    assertThat(internet.time().nanos()).isEqualTo(Duration.ofMillis(500).toNanos());
  }

  @Test
  void equalSeedsGiveEqualRunsAndOthersOthers() {
    Set<List<SimulatedExchange>> runs = new HashSet<>();
    for (long seed = 1; seed <= 10; seed++) {
      List<SimulatedExchange> run = run(seed);
      assertThat(run(seed)).isEqualTo(run);
      runs.add(run);
    }
    assertThat(runs).hasSize(10);
  }

  private static List<SimulatedExchange> run(long seed) {
    SimulatedInternet internet = LittleWorld.addTo(MockInternet.simulated(seed));
    internet.conditions(LinkConditions.of(Duration.ofMillis(10)).withLoss(0.2));
    Resolver resolver = internet.recursive().executor(internet.threads()).build();
    List<CompletableFuture<Answer>> callers =
        Stream.of("www", "alias", "many", "nosuch", "www", "ns")
            .map(label -> resolver.resolveAsync(question(label + ".example.com.")))
            .toList();
    internet.threads().advanceTo(Duration.ofMillis(30).toNanos());
    callers.getFirst().cancel(true);
    internet.threads().run();
    assertThat(callers).allMatch(CompletableFuture::isDone);
    return internet.log();
  }
}
