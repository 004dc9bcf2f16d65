// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.CachedEntry.Rank;
import dev.leafward.testkit.simulator.Oracle.End;
import dev.leafward.testkit.simulator.Oracle.Truth;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the cache holds of names that no liar has a say in is what their zones say: nobody has put
 * anything there, whatever else was asked.
 */
final class CacheTruthCheck implements Check {

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    Judge judge = new Judge(scenario);
    for (RoundPlay round : play.rounds()) {
      round.cached().stream()
          .filter(entry -> !judge.isTrue(entry))
          .forEach(entry -> violations.accept("the cache believes " + entry));
    }
  }

  private static final class Judge {
    private final Topology topology;
    private final Oracle oracle;
    private final Standings standings;

    Judge(Scenario scenario) {
      topology = scenario.topology();
      oracle = new Oracle(topology);
      standings = new Standings(scenario);
    }

    boolean isTrue(CachedEntry entry) {
      return standing(entry) == Standing.LYING
          || switch (entry) {
            case CachedEntry.Delegation cut -> isSomewhere(cut.rrset());
            case CachedEntry.Data data ->
                data.rank() == Rank.ANSWER ? isAnswer(data.rrset()) : isSomewhere(data.rrset());
            case CachedEntry.NoData none ->
                truth(none.name(), none.type()) instanceof End.NoData there
                    && isSame(none.rrset(), there.soa());
            case CachedEntry.NoSuchName none ->
                truth(none.name(), RRType.A) instanceof End.NoSuchName there
                    && isSame(none.rrset(), there.soa());
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

    /** What the name itself has; a circle, which is no end of any cached thing, for an alias. */
    private End truth(DomainName name, RRType type) {
      Truth truth = oracle.truth(new Question(name, type));
      return truth.aliases().isEmpty() ? truth.end() : new End.Circle();
    }

    private boolean isAnswer(RRset cached) {
      return truth(cached.name(), cached.type()) instanceof End.Found found
          && found.rrsets().stream().anyMatch(there -> isSame(cached, there));
    }

    /** Part of what a zone on the way to the name says, glue included. */
    private boolean isSomewhere(RRset cached) {
      return Stream.iterate(cached.name().labelCount(), labels -> labels >= 0, l -> l - 1)
          .map(labels -> topology.zoneOf(cached.name().suffix(labels)))
          .map(zone -> oracle.rrset(zone, cached.name(), cached.type()))
          .flatMap(Optional::stream)
          .anyMatch(there -> new HashSet<>(there.rdata()).containsAll(cached.rdata()));
    }

    private static boolean isSame(RRset cached, RRset there) {
      return cached.ttl() <= there.ttl()
          && new HashSet<>(cached.rdata()).equals(new HashSet<>(there.rdata()));
    }
  }
}
