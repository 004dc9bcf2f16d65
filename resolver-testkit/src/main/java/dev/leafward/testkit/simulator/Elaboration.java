// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.testkit.simulator.Round.Caller;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes more of a world with a plain resolver: mixed case, detours, zones that change, stale
 * answers, lookups ahead; and the questions that are of interest then.
 */
final class Elaboration {

  private static final Duration USUAL = Duration.ofSeconds(7);
  private static final Duration STAYS = Duration.ofDays(1);

  /** What is asked about the name at the top of a detour. */
  private static final List<RRType> AT_TOPS =
      List.of(RRType.DS, RRType.DS, RRType.A, RRType.SOA, RRType.NS, RRType.CNAME);

  private final Draw draw;
  private final Scenario plain;
  private final boolean honest;

  Elaboration(Draw draw, Scenario plain, boolean honest) {
    this.draw = draw;
    this.plain = plain;
    this.honest = honest;
  }

  Scenario elaborate() {
    boolean mixesCase = draw.chance(0.4);
    List<Detour> detours = draw.chance(0.6) ? detours(draw.split()) : List.of();
    ServeStale stale = draw.chance(0.4) ? stale(draw.split()) : ServeStale.OFF;
    Prefetch prefetch = draw.chance(0.4) ? Prefetch.LAST_TENTH : Prefetch.OFF;
    Setup setup = new Setup(plain.setup().minimisation(), mixesCase, detours, stale, prefetch);
    List<Round> rounds = rounds(draw.split(), detours);
    History history = history(draw.split(), rounds, setup.refreshes() ? 0.8 : 0.4);
    Map<String, Behaviour> behaviours = mixesCase ? careless(draw.split()) : plain.behaviours();
    return new Scenario(plain.seed(), history, behaviours, plain.weather(), setup, rounds);
  }

  private List<Detour> detours(Draw own) {
    DetourGenerator generator = new DetourGenerator(own.split(), plain.topology());
    return generator.generate(upTo(0.6, own), upTo(0.6, own));
  }

  /** In half of the dishonest worlds anything up to the most, else nought. */
  private double upTo(double most, Draw own) {
    return !honest && own.chance(0.5) ? own.fraction() * most : 0;
  }

  private static ServeStale stale(Draw own) {
    return new ServeStale(
        own.oneOf(List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1))),
        Duration.ofSeconds(own.oneOf(List.of(0, 1, 30))),
        Duration.ofMillis(own.oneOf(List.of(0, 100, 1_800))),
        own.oneOf(List.of(ServeStale.OnFailure.values())));
  }

  private History history(Draw own, List<Round> rounds, double chance) {
    return own.chance(chance)
        ? new ChangeGenerator(own.split(), plain.topology(), rounds)
            .generate(plain.topology(), rounds.size(), upTo(0.6, own))
        : ChangeGenerator.none(plain.topology(), rounds.size());
  }

  /** More callers: such as ask again, and such as ask about the tops of detours. */
  private List<Round> rounds(Draw own, List<Detour> detours) {
    List<Round> rounds = new ArrayList<>();
    List<Question> asked = new ArrayList<>();
    for (Round round : plain.rounds()) {
      List<Caller> callers = new ArrayList<>(round.callers());
      if (!asked.isEmpty() && own.chance(0.5)) {
        callers.add(new Caller(own.oneOf(asked), USUAL, STAYS));
      }
      if (!detours.isEmpty() && own.chance(0.4)) {
        DomainName top = own.oneOf(detours).route().zone();
        callers.add(new Caller(new Question(top, own.oneOf(AT_TOPS)), USUAL, STAYS));
      }
      callers.forEach(each -> asked.add(each.question()));
      rounds.add(new Round(round.pause(), callers));
    }
    return rounds;
  }

  /** Has some of the servers that are not odd yet take no care of the case of names. */
  private Map<String, Behaviour> careless(Draw own) {
    Map<String, Behaviour> all = new LinkedHashMap<>(plain.behaviours());
    plain.topology().servers().stream()
        .filter(server -> own.chance(0.2))
        .forEach(server -> all.putIfAbsent(server, BrokenServers.careless()));
    return all;
  }
}
