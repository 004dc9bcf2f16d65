// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.RouteOption;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the source of a question: that of the longest suffix wins, and what no suffix covers is
 * resolved by iteration from the root.
 *
 * <p>Local data are a look of their own, before the cache: they cost no more than it, and nothing
 * that was heard from the network can stand in their place.
 */
final class Router implements Source {

  private final LocalZones local;
  private final Map<DomainName, List<Route>> bySuffix = new HashMap<>();
  private final Route iteration;

  /**
   * A router.
   *
   * @param routes the configured ones; of several for one name, the first is preferred
   * @param iteration finds what they do not cover
   */
  Router(List<LocalZone> local, List<Route> routes, Source iteration) {
    this.local = new LocalZones(local);
    routes.forEach(
        route -> bySuffix.computeIfAbsent(route.zone(), zone -> new ArrayList<>()).add(route));
    this.iteration = Route.ofIteration(iteration);
  }

  /**
   * What local data say; empty if they say nothing, or another route is nearer to the name.
   *
   * @throws UnresolvableException if they have the question refused
   */
  Optional<Outcome> findLocally(Question question, Recorder recorder) throws UnresolvableException {
    Optional<LocalZoneData> zone = localZone(question);
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    Optional<Outcome> outcome = zone.get().answer(question);
    outcome.ifPresent(found ->
        recorder.step(new Step.Routed(question, zone.get().zone().toString(), Words.of(found))));
    return outcome;
  }

  private Optional<LocalZoneData> localZone(Question question) {
    return local
        .zoneOf(question)
        .filter(zone ->
            zone.hasDataAt(question.name())
                || route(question).zone().labelCount() <= zone.zone().zone().labelCount());
  }

  /**
   * Finds the outcome on the question's route; if that one is a first try and fails, on the next.
   *
   * @throws UnresolvableException if it cannot be found out
   */
  @Override
  public Outcome resolve(Question question, Context context) throws UnresolvableException {
    for (Route route : routes(question)) {
      try {
        report(route, question, context);
        return route.source().resolve(question, context);
      } catch (UnresolvableException e) {
        if (!route.has(RouteOption.FIRST) || !(e.failure() instanceof Failure.NoUsableServer)) {
          throw e;
        }
      }
    }
    return iteration.source().resolve(question, context);
  }

  private static void report(Route route, Question question, Context context) {
    if (!route.words().isEmpty()) {
      context.recorder().step(new Step.Routed(question, route.words(), ""));
    }
  }

  /** Whether local data say something about a question. */
  boolean isLocal(Question question) {
    try {
      return findLocally(question, new Recorder(question, ResolutionListener.SILENT)).isPresent();
    } catch (UnresolvableException e) {
      return true;
    }
  }

  /** Whether what the question's route says may be cached. */
  boolean isCached(Question question) {
    return !route(question).has(RouteOption.UNCACHED);
  }

  /**
   * Whether the word of one question's route counts for another question: only if it has the same
   * route, and no local data.
   */
  boolean speaksFor(Question asked, Question other) {
    return route(asked).equals(route(other)) && localZone(other).isEmpty();
  }

  /**
   * Whether what the cache holds may answer a question: not if it is another route's word. What
   * rules the names below one, rules none that has a route of its own.
   */
  boolean mayAnswer(Question question, Outcome held) {
    return switch (held) {
      case Outcome.Alias alias -> rules(alias.redirection().map(by -> by.dname().name()), question);
      case Outcome.NoSuchName none -> rules(none.top(), question);
      case Outcome.Positive found -> true;
      case Outcome.NoData none -> true;
    };
  }

  /** Whether what holds at a name, or else at the question's own, goes for the question. */
  private boolean rules(Optional<DomainName> above, Question question) {
    return above
        .map(name -> speaksFor(new Question(name, RRType.A, question.rrClass()), question))
        .orElseGet(() -> speaksForName(question));
  }

  /**
   * Whether the word of a question's route counts for its name, whatever the type. At the top of a
   * zone with a route of its own, that of the DS record's route does not.
   */
  boolean speaksForName(Question question) {
    return !question.type().equals(RRType.DS)
        || speaksFor(question, new Question(question.name(), RRType.SOA, question.rrClass()));
  }

  private Route route(Question question) {
    return bySuffix.isEmpty() ? iteration : routes(question).getFirst();
  }

  /** The routes of a question, the longest first, iteration last. */
  private List<Route> routes(Question question) {
    if (bySuffix.isEmpty()) {
      return List.of(iteration);
    }
    DomainName name = question.name();
    int labels = name.labelCount();
    if (question.type().equals(RRType.DS) && labels > 0) {
      labels--; // the DS record of a zone is its parent's (RFC 4035 section 3.1.4.1)
    }
    List<Route> routes = new ArrayList<>();
    for (; labels >= 0; labels--) {
      routes.addAll(bySuffix.getOrDefault(name.suffix(labels), List.of()));
    }
    routes.add(iteration);
    return routes;
  }
}
