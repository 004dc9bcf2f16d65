// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.CachedEntry.Rank;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.rdata.RRType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the cache holds of names that no liar has a say in is what their zones say: nobody has put
 * anything there, whatever else was asked.
 */
final class CacheTruthCheck implements Check {

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    Standings standings = new Standings(scenario);
    for (int i = 0; i < play.rounds().size(); i++) {
      RoundPlay round = play.rounds().get(i);
      Judge judge = new Judge(standings, new Moment(scenario, play, i, round.endedNanos()));
      round.cached().stream()
          .filter(entry -> !judge.isTrue(entry))
          .forEach(entry -> violations.accept("the cache believes " + entry));
    }
  }

  /** Judges what the cache holds at one moment. */
  private record Judge(Standings standings, Moment moment) {

    boolean isTrue(CachedEntry entry) {
      return standing(entry) == Standing.LYING
          || switch (entry) {
            case CachedEntry.Delegation cut -> isSomewhere(cut.rrset());
            case CachedEntry.Data data when data.rank() == Rank.ANSWER ->
                moment.isFound(
                    data.name(), data.rrset().type(), List.of(data.rrset()), data.isStale());
            case CachedEntry.Data data -> isSomewhere(data.rrset());
            case CachedEntry.NoData none ->
                moment.isNoData(
                    none.name(), none.type(), Optional.of(none.rrset()), none.isStale());
            case CachedEntry.NoSuchName none ->
                moment.isNoSuchName(
                    none.name(), RRType.A, Optional.of(none.rrset()), none.isStale());
          };
    }

    private Standing standing(CachedEntry entry) {
      return switch (entry) {
        case CachedEntry.Delegation cut -> standings.inPassing(cut.name());
        case CachedEntry.Data data ->
            data.rank() == Rank.ANSWER
                ? standings.of(data.name(), data.rrset().type())
                : standings.inPassing(data.name());
        case CachedEntry.NoData none -> standings.of(none.name(), none.type());
        case CachedEntry.NoSuchName none -> standings.of(none.name(), RRType.A);
      };
    }

    /** Part of what a zone on the way to the name says, glue included. */
    private boolean isSomewhere(RRset cached) {
      return moment.anyOracle(oracle ->
          oracle.at(cached.name(), cached.type()).stream()
              .anyMatch(there -> new HashSet<>(there.rdata()).containsAll(cached.rdata())));
    }
  }
}
