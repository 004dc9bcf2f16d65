// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.Entry.Adjustment;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioStep;
import dev.leafward.testkit.replay.scenario.ScenarioStep.Kind;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides what becomes of the resolver's queries. */
final class QueryAnswerer {

  private final ReplayNetwork network;
  private final ScenarioServers servers;
  private final Adjuster adjuster;
  private final ReplayLog log;
  private final List<ScenarioStep> oneShots;
  private final List<OutgoingQuery> silenced = new ArrayList<>();
  private final List<OutgoingQuery> unreachable = new ArrayList<>();
  private final Set<Entry> used = new HashSet<>();

  QueryAnswerer(Scenario scenario, ReplayNetwork network, ReplayLog log) {
    this.network = network;
    this.servers = new ScenarioServers(scenario);
    this.adjuster = new Adjuster(scenario.dialect());
    this.log = log;
    this.oneShots =
        scenario.dialect() == Dialect.UNBOUND
            ? List.of()
            : new ArrayList<>(
                scenario.steps().stream().filter(step -> step.kind() == Kind.REPLY).toList());
  }

  /** Queries whose fate is open, the newest first. */
  List<OutgoingQuery> open() {
    return network.pending().stream().filter(query -> !isRepeated(silenced, query)).toList();
  }

  /**
   * Decides the newest query that can be decided; false if there is none.
   *
   * @param waits whether a query that the scenario knows nothing of waits for a later step. Else it
   *     is answered SERVFAIL, as by a server that is there but serves nothing of the kind
   */
  boolean answerOne(long step, Predicate<OutgoingQuery> waits) {
    for (OutgoingQuery query : open()) {
      if (isRepeated(unreachable, query)) {
        breakOff(query);
        return true;
      }
      Optional<Entry> entry = servers.find(query, step).or(() -> oneShot(query, step));
      if (entry.isPresent()) {
        answer(query, entry.get());
        return true;
      }
    }
    Optional<OutgoingQuery> newest = open().stream().filter(waits.negate()).findFirst();
    newest.ifPresent(this::fail);
    return newest.isPresent();
  }

  private Optional<Entry> oneShot(OutgoingQuery query, long step) {
    Optional<ScenarioStep> found =
        oneShots.stream()
            .filter(each -> each.number() >= step && QueryMatcher.matches(each.message(), query))
            .findFirst();
    found.ifPresent(oneShots::remove);
    return found.map(ScenarioStep::message);
  }

  /** Answers a query from an entry. */
  void answer(OutgoingQuery query, Entry entry) {
    network.settle(query);
    used.add(entry);
    Optional<byte[]> octets = adjuster.answer(entry, query);
    if (octets.isPresent()) {
      log.add("query   " + query + ": entry of line " + entry.line());
      query.answer(octets.get());
    } else {
      log.add("query   " + query + ": swallowed by the entry of line " + entry.line());
    }
  }

  private void fail(OutgoingQuery query) {
    network.settle(query);
    log.add("query   " + query + ": not in the scenario, SERVFAIL");
    query.answer(adjuster.serverFailure(query));
  }

  /** Answers the newest query that asks what the entry has; where none does, the newest of all. */
  void reply(Entry entry) {
    List<OutgoingQuery> open = open();
    Optional<OutgoingQuery> fitting =
        open.stream()
            .filter(query -> query.question().equals(entry.packet().question()))
            .findFirst();
    fitting.or(() -> open.stream().findFirst()).ifPresent(query -> answer(query, entry));
  }

  /** The newest query is never answered, nor are its repetitions. */
  void silence() {
    open().stream()
        .findFirst()
        .ifPresent(query -> {
          log.add("query   " + query + ": never answered");
          silenced.add(query);
        });
  }

  /** The newest query meets an error of the network, as do its repetitions. */
  void breakOff() {
    open().stream()
        .findFirst()
        .ifPresent(query -> {
          unreachable.add(query);
          breakOff(query);
        });
  }

  private void breakOff(OutgoingQuery query) {
    network.settle(query);
    log.add("query   " + query + ": unreachable");
    IOException error = new PortUnreachableException("the scenario says so");
    query.fail(error);
  }

  /** Whether somebody still waits for an answer that never comes. */
  boolean somebodyWaitsInVain() {
    return network.pending().stream().anyMatch(query -> isRepeated(silenced, query));
  }

  /** A new question of a client: servers have all chances again. */
  void forgive() {
    silenced.clear();
    unreachable.clear();
  }

  private static boolean isRepeated(List<OutgoingQuery> earlier, OutgoingQuery query) {
    return earlier.stream().anyMatch(query::repeats);
  }

  /** Whether an entry has answered a query. */
  boolean hasUsed(Entry entry) {
    return used.contains(entry);
  }

  /** Whether the entry is also meant as an answer. */
  static boolean isAnswer(Entry entry) {
    return entry.adjust().contains(Adjustment.COPY_ID);
  }
}
