// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.CachedEntry.Rank;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Each check finds what it is for: a true run of an honest world, changed as a broken resolver
 * would have it.
 */
class ChecksTest {

  /** An honest world with a question that is answered with records, alone in its round. */
  private static final Scenario SCENARIO =
      LongStream.range(0, 1_000)
          .mapToObj(ScenarioGenerator::of)
          .filter(each -> each.behaviours().isEmpty() && !each.loses())
          .filter(each -> !each.setup().refreshes())
          .filter(each -> indexOfFound(new Player(each).play()) >= 0)
          .findFirst()
          .orElseThrow();

  private static final Play PLAY = new Player(SCENARIO).play();

  private static int indexOfFound(Play play) {
    for (int i = 0; i < play.rounds().size(); i++) {
      List<Call> calls = play.rounds().get(i).calls();
      if (calls.size() == 1
          && calls.getFirst().answer() instanceof Answer.Found found
          && found.aliases().isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> violations(Play play) {
    return Simulation.report(SCENARIO, play).violations();
  }

  private static Play with(UnaryOperator<RoundPlay> change) {
    List<RoundPlay> rounds = new ArrayList<>(PLAY.rounds());
    int index = indexOfFound(PLAY);
    rounds.set(index, change.apply(rounds.get(index)));
    return new Play(rounds, PLAY.exchanges(), PLAY.steps(), PLAY.breakdown());
  }

  private static RoundPlay round(
      RoundPlay round, List<Call> calls, int unended, List<CachedEntry> cached) {
    return new RoundPlay(
        round.begunNanos(),
        round.endedNanos(),
        calls,
        round.sends(),
        round.octets(),
        unended,
        cached);
  }

  private static Play withCall(UnaryOperator<Call> change) {
    return with(round ->
        round(
            round,
            List.of(change.apply(round.calls().getFirst())),
            round.unended(),
            round.cached()));
  }

  private static Play withAnswer(UnaryOperator<Answer> change) {
    return withCall(
        call -> new Call(call.caller(), change.apply(call.answer()), call.failure(), call.took()));
  }

  private static Play withFailure(Failure failure) {
    return withCall(call -> new Call(call.caller(), null, failure, call.took()));
  }

  private static Play withCached(CachedEntry entry) {
    return with(round -> round(round, round.calls(), round.unended(), List.of(entry)));
  }

  @Test
  void nothingIsWrongWithTheTrueRun() {
    assertThat(violations(PLAY)).isEmpty();
  }

  @Test
  void findsAWrongAnswer() {
    Play wrong =
        withAnswer(answer ->
            new Answer.Found(
                answer.question(),
                List.of(),
                List.of(RRset.of(Poison.address(answer.question().name()))),
                answer.security(),
                answer.explanation()));

    assertThat(violations(wrong)).singleElement().asString().contains("66.6.6.6", "the truth is");
  }

  @Test
  void findsADenialOfWhatExists() {
    Play wrong =
        withAnswer(answer ->
            new Answer.NoSuchName(
                answer.question(),
                List.of(),
                Optional.empty(),
                answer.security(),
                answer.explanation()));

    assertThat(violations(wrong)).singleElement().asString().contains("got NoSuchName");
  }

  @Test
  void findsAnAnswerThatOutlivesItsTtl() {
    Play wrong =
        withAnswer(answer -> {
          Answer.Found found = (Answer.Found) answer;
          RRset longer = found.rrset().withTtl(0x7FFF_FFFF);
          return new Answer.Found(
              found.question(), List.of(), List.of(longer), found.security(), found.explanation());
        });

    assertThat(violations(wrong)).isNotEmpty();
  }

  @Test
  void findsAFailureWithoutReason() {
    Failure failure =
        new Failure.NoUsableServer(
            DomainName.ROOT, PLAY.steps().getFirst().asked(), List.of(), java.util.Map.of());

    assertThat(violations(withFailure(failure))).singleElement().asString().contains("failed: ");
    assertThat(violations(withFailure(new Failure.Closed()))).isNotEmpty();
    assertThat(violations(withFailure(new Failure.AliasLoop(List.of())))).isNotEmpty();
  }

  @Test
  void findsACallThatNeverCameBack() {
    assertThat(violations(withCall(call -> new Call(call.caller(), null, null, Duration.ZERO))))
        .singleElement()
        .asString()
        .contains("never came back");
  }

  @Test
  void findsACallThatTookTooLong() {
    Play slow =
        withCall(call ->
            new Call(
                call.caller(),
                call.answer(),
                null,
                call.caller().allowed().plus(Duration.ofMillis(2))));

    assertThat(violations(slow)).singleElement().asString().contains("took");
  }

  @Test
  void findsWorkBeyondTheLimits() {
    Play busy =
        with(round ->
            new RoundPlay(
                round.begunNanos(),
                round.endedNanos(),
                round.calls(),
                51,
                300_000,
                round.unended(),
                round.cached()));

    assertThat(violations(busy)).hasSize(2).allMatch(each -> each.contains("for 1 lookups"));
  }

  @Test
  void findsTasksThatHaveNotEnded() {
    Play hung = with(round -> round(round, round.calls(), 1, round.cached()));

    assertThat(violations(hung)).containsExactly("1 tasks have not ended");
  }

  @Test
  void findsWhatBroke() {
    Play broken =
        new Play(
            PLAY.rounds(),
            PLAY.exchanges(),
            PLAY.steps(),
            Optional.of(new IllegalStateException("it", new ArithmeticException("by zero"))));

    assertThat(violations(broken)).singleElement().asString().contains("by zero");
  }

  @Test
  void findsPoisonInTheCache() {
    RRset poison = RRset.of(Poison.address(DomainName.of("poisoned.example.")));

    assertThat(violations(withCached(new CachedEntry.Data(poison, Rank.ANSWER, 60))))
        .anyMatch(each -> each.startsWith("the cache believes"))
        .anyMatch(each -> each.startsWith("the cache holds, unasked"));
  }

  @Test
  void findsADelegationThatNobodyMade() {
    RRset ns = RRset.of(Poison.ns(DomainName.of("example."), DomainName.of("ns.poison.")));

    assertThat(violations(withCached(new CachedEntry.Delegation(ns, 60)))).hasSize(2);
  }

  @Test
  void findsADenialThatNobodyMade() {
    RRset soa = RRset.of(Poison.soa(DomainName.ROOT));
    CachedEntry denial =
        new CachedEntry.NoSuchName(PLAY.steps().getFirst().asked().name(), soa, 60);

    assertThat(violations(withCached(denial))).isNotEmpty();
  }

  @Test
  void findsRunsThatDiffer() {
    Report report = Simulation.of(SCENARIO.seed());
    Report other = Simulation.report(SCENARIO, withFailure(new Failure.Closed()));

    assertThat(report.trace()).isEqualTo(Simulation.of(SCENARIO.seed()).trace());
    assertThat(report.trace()).isNotEqualTo(other.trace());
  }
}
