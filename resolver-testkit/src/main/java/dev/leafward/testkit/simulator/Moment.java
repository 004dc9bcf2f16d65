// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.ServeStale;
import dev.leafward.testkit.simulator.Oracle.Alias;
import dev.leafward.testkit.simulator.Oracle.End;
import dev.leafward.testkit.simulator.Oracle.Link;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What may be said at one moment: what the zones say then, and what they said before, for as long
 * as a TTL allows since.
 */
final class Moment {

  /** What the zones said once, and how long ago they stopped: nought for what they say now. */
  private record View(Oracle oracle, long agoNanos) {

    /** The longest TTL that what had this one may have now; nought or less if it has expired. */
    long ttlLeft(long ttl) {
      return ttl - agoNanos / Duration.ofSeconds(1).toNanos();
    }

    boolean isPresent() {
      return agoNanos == 0;
    }
  }

  private final List<View> views = new ArrayList<>();
  private final ServeStale stale;

  /**
   * A moment in a run.
   *
   * @param round which round it is in
   * @param nanos when it is
   */
  Moment(Scenario scenario, Play play, int round, long nanos) {
    stale = scenario.setup().stale();
    views.add(new View(new Oracle(scenario.history().of(round).topology()), 0));
    for (int i = round; i > 0; i--) {
      if (!scenario.history().of(i).changed().isEmpty()) {
        long agoNanos = nanos - play.rounds().get(i).begunNanos();
        // Not nought, even where no time has passed: what is not cached is not said any more.
        views.add(
            new View(new Oracle(scenario.history().of(i - 1).topology()), Math.max(1, agoNanos)));
      }
    }
  }

  /** What the zones say now. */
  Oracle present() {
    return views.getFirst().oracle();
  }

  /** The same data, for no longer than they hold; or, if it may be stale, than is allowed then. */
  private boolean holds(View view, RRset seen, RRset there, boolean mayBeStale) {
    long most = Math.max(view.isPresent() ? there.ttl() : 0, view.ttlLeft(there.ttl()));
    boolean lives = view.isPresent() || most > 0;
    boolean served = mayBeStale && seen.ttl() <= staleTtl(there) && isServed(view, there);
    return seen.name().equals(there.name())
        && seen.type().equals(there.type())
        && seen.rdata().size() == there.rdata().size()
        && new HashSet<>(seen.rdata()).equals(new HashSet<>(there.rdata()))
        && ((lives && seen.ttl() <= most) || served);
  }

  private long staleTtl(RRset there) {
    return Math.min(there.ttl(), stale.answerTtl().toSeconds());
  }

  /** Whether what a view has may be served stale by now. */
  private boolean isServed(View view, RRset there) {
    return stale.isOn()
        && there.ttl() > 0
        && (stale.onFailure() == ServeStale.OnFailure.AGES_ANEW
            || view.ttlLeft(there.ttl()) + stale.maxAge().toSeconds() >= 0);
  }

  /** Whether an alias was ever, and still may be, what the zones say of a name and type. */
  boolean isAlias(DomainName name, RRType type, RRset cname, boolean mayBeStale) {
    return any(
        name,
        type,
        (view, link) ->
            link instanceof Alias alias && holds(view, cname, alias.cname(), mayBeStale));
  }

  /** Whether the records found are among those that the zones say, or all of them. */
  boolean isFound(DomainName name, RRType type, List<RRset> found, boolean mayBeStale) {
    boolean all = !type.equals(RRType.ANY);
    return any(
        name,
        type,
        (view, link) ->
            link instanceof End.Found there
                && (!all || found.size() == there.rrsets().size())
                && found.stream()
                    .allMatch(one ->
                        there.rrsets().stream()
                            .anyMatch(each -> holds(view, one, each, mayBeStale))));
  }

  boolean isNoData(DomainName name, RRType type, Optional<RRset> soa, boolean mayBeStale) {
    return any(
        name,
        type,
        (view, link) ->
            link instanceof End.NoData there && isDenial(view, soa, there.soa(), mayBeStale));
  }

  boolean isNoSuchName(DomainName name, RRType type, Optional<RRset> soa, boolean mayBeStale) {
    return any(
        name,
        type,
        (view, link) ->
            link instanceof End.NoSuchName there && isDenial(view, soa, there.soa(), mayBeStale));
  }

  private boolean isDenial(View view, Optional<RRset> soa, RRset there, boolean mayBeStale) {
    return holds(view, soa.orElse(there.withTtl(0)), there, mayBeStale);
  }

  private boolean any(DomainName name, RRType type, BiPredicate<View, Link> fits) {
    return views.stream().anyMatch(view -> fits.test(view, view.oracle().link(name, type)));
  }

  /** Whether any view fits, whatever is left of it. */
  boolean anyOracle(Predicate<Oracle> fits) {
    return views.stream().map(View::oracle).anyMatch(fits);
  }

  /** Where a question may lead, whichever of the views each name is looked up in. */
  Prospect prospect(Question question) {
    Set<DomainName> names = new LinkedHashSet<>();
    Deque<DomainName> open = new ArrayDeque<>(List.of(question.name()));
    boolean returns = false;
    boolean tooLong = false;
    while (!open.isEmpty()) {
      DomainName name = open.remove();
      if (!names.add(name)) {
        returns = true;
        continue;
      }
      Set<DomainName> targets = new LinkedHashSet<>();
      for (View view : views) {
        Link link = view.oracle().link(name, question.type());
        tooLong |= link instanceof End.TooLong;
        if (link instanceof Alias alias) {
          targets.add(alias.target());
        }
      }
      open.addAll(targets);
    }
    // Where there is but one view, a name can be reached again in a circle only.
    return new Prospect(List.copyOf(names), returns, tooLong);
  }

  /**
   * Where a question may lead.
   *
   * @param names all names that may be on the way
   * @param returns whether the aliases may lead in a circle
   * @param tooLong whether they may make a name too long
   */
  record Prospect(List<DomainName> names, boolean returns, boolean tooLong) {
    boolean isEndless() {
      return returns || tooLong;
    }
  }
}
