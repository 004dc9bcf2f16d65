// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.Resolver;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioStep;
import dev.leafward.testkit.replay.scenario.ScenarioStep.Kind;
import dev.leafward.testkit.simulation.SimulatedThreads;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a scenario: the loop that lets the resolver work until it waits, then decides what
 * becomes of the newest of its queries, and only where nothing more can be answered does the next
 * step.
 */
final class ScenarioRun {

  private static final int MOST_ROUNDS = 5_000;
  private static final int MOST_QUERIES = 500;
  private static final String OTHER_CLASS = "questions of other classes than IN left out";

  /** The steps that decide by themselves what becomes of a query. */
  private static final Set<Kind> DECIDING =
      EnumSet.of(Kind.REPLY, Kind.CHECK_OUT_QUERY, Kind.TIMEOUT, Kind.ERROR);

  private final Scenario scenario;
  private final SimulatedThreads threads;
  private final ReplayNetwork network;
  private final Resolver resolver;
  private final ClientDesk desk;
  private final AnswerComparison comparison;
  private final ReplayClock clock;
  private final QueryAnswerer answerer;
  private final ReplayLog log;
  private final Set<String> notes = new LinkedHashSet<>();
  private int next;
  private int compared;

  ScenarioRun(
      Scenario scenario,
      SimulatedThreads threads,
      ReplayNetwork network,
      Resolver resolver,
      ClientDesk desk,
      ReplayLog log) {
    this.scenario = scenario;
    this.threads = threads;
    this.network = network;
    this.resolver = resolver;
    this.log = log;
    this.desk = desk;
    this.comparison = new AnswerComparison(scenario, AnswerComparison.Validation.OFF);
    this.clock = new ReplayClock(threads);
    this.answerer = new QueryAnswerer(scenario, network, log);
  }

  /** Runs all steps. */
  Verdict.Passed run() throws FailedStepException, MissingFeatureException {
    for (int round = 0; next < scenario.steps().size(); round++) {
      if (round > MOST_ROUNDS) {
        throw new FailedStepException(step(), "the resolver does not come to an end");
      }
      turn();
    }
    threads.runUntilQuiet();
    if (!desk.replies().isEmpty()) {
      throw new FailedStepException(
          "the end", "an answer that no step asked for: " + desk.replies().getFirst().reply());
    }
    checkMandatory();
    if (compared == 0 && notes.contains(OTHER_CLASS)) {
      throw new FailedStepException("the end", "nothing was compared: " + OTHER_CLASS);
    }
    return new Verdict.Passed(List.copyOf(notes));
  }

  private ScenarioStep step() {
    return scenario.steps().get(next);
  }

  /** The library resolves names of the Internet, and nothing else. */
  private static boolean isOfAnotherClass(ScenarioStep step) {
    return step.message()
        .packet()
        .question()
        .filter(question -> !question.rrClass().equals(RRClass.IN))
        .isPresent();
  }

  /** The number that ranges are looked up by. */
  private long now() {
    boolean byNextStep = scenario.dialect() == Dialect.UNBOUND || next == 0;
    return scenario.steps().get(byNextStep ? next : next - 1).number();
  }

  private void turn() throws FailedStepException, MissingFeatureException {
    threads.runUntilQuiet();
    ScenarioStep step = step();
    if (network.sent().size() > MOST_QUERIES) {
      throw new FailedStepException(
          step, "more than " + MOST_QUERIES + " queries for one question");
    }
    if (step.kind() == Kind.CHECK_ANSWER && isOfAnotherClass(step)) {
      done();
    } else if (step.kind() == Kind.CHECK_OUT_QUERY && wasSent(step)) {
      done();
    } else if (step.kind() == Kind.CHECK_ANSWER && !desk.replies().isEmpty()) {
      check(step);
      done();
    } else if (!answerer.answerOne(now(), this::waits) && !waitsLonger(step)) {
      perform(step);
      done();
    }
  }

  /** The step is done; this comes before what it sets off is answered. */
  private void done() {
    next++;
    clock.beginStep();
  }

  /**
   * Whether a query that no range answers is left for a later step to decide, or for a later range
   * to answer, before the next answer is checked. The one for the root's name servers, which not
   * every resolver sends, waits only for a step that is about it.
   */
  private boolean waits(OutgoingQuery query) {
    Kind kind = step().kind();
    if (scenario.dialect() == Dialect.DECKARD || kind == Kind.CHECK_ANSWER) {
      return false;
    }
    List<ScenarioStep> deciding = decidingSteps();
    if (isPriming(query.question())) {
      return deciding.stream().anyMatch(each -> isPriming(question(each)));
    }
    return kind != Kind.TIME_PASSES || !deciding.isEmpty();
  }

  private List<ScenarioStep> decidingSteps() {
    return scenario.steps().stream()
        .skip(next)
        .takeWhile(each -> each.kind() != Kind.CHECK_ANSWER)
        .filter(each -> DECIDING.contains(each.kind()))
        .toList();
  }

  private static Optional<Question> question(ScenarioStep step) {
    return step.entry().flatMap(entry -> entry.packet().question());
  }

  private static boolean isPriming(Optional<Question> question) {
    return question
        .filter(asked -> asked.name().isRoot() && asked.type().equals(RRType.NS))
        .isPresent();
  }

  /** A client waits for a resolver that waits for what never comes: time must pass. */
  private boolean waitsLonger(ScenarioStep step) {
    return step.kind() == Kind.CHECK_ANSWER && desk.isWaitedFor() && clock.waitForSomebody();
  }

  private void perform(ScenarioStep step) throws FailedStepException, MissingFeatureException {
    log.add(step.toString() + " " + String.join(" ", step.arguments()));
    switch (step.kind()) {
      case QUERY -> {
        if (isOfAnotherClass(step)) {
          notes.add(OTHER_CLASS);
          return;
        }
        network.forgetSent();
        answerer.forgive();
        desk.ask(step);
      }
      case CHECK_ANSWER -> throw new FailedStepException(step, "no answer came");
      case CHECK_OUT_QUERY -> checkOutQuery(step);
      case REPLY -> replyTo(step);
      case TIMEOUT -> {
        answerer.silence();
        waitInVain();
      }
      case ERROR -> answerer.breakOff();
      case TIME_PASSES -> clock.pass(step.arguments());
      case TRAFFIC, NOTHING, INFRA_RTT -> {}
      case FLUSH_MESSAGE -> CacheSteps.flush(resolver, step);
      case ASSIGN, CHECK_AUTOTRUST, CHECK_TEMPFILE, EXPIRE_MESSAGE ->
          throw new MissingFeatureException("steps of kind " + step.kind());
    }
  }

  private void checkOutQuery(ScenarioStep step) throws FailedStepException {
    if (scenario.dialect() == Dialect.UNBOUND) {
      throw new FailedStepException(step, "no such query was sent; sent were " + network.sent());
    }
  }

  private void replyTo(ScenarioStep step) {
    if (scenario.dialect() == Dialect.UNBOUND) {
      answerer.reply(step.message());
    }
  }

  /** Until the resolver asks somebody else, or gives up. */
  private void waitInVain() {
    threads.runUntilQuiet();
    while (answerer.open().isEmpty()
        && desk.replies().isEmpty()
        && answerer.somebodyWaitsInVain()
        && clock.waitForSomebody()) {
      threads.runUntilQuiet();
    }
  }

  private boolean wasSent(ScenarioStep step) {
    Entry entry = step.message();
    List<OutgoingQuery> fitting =
        network.sent().stream()
            .filter(query -> isTo(step, query))
            .filter(query -> isMeant(entry, query))
            .toList();
    if (QueryAnswerer.isAnswer(entry)) {
      Optional<OutgoingQuery> open = fitting.stream().filter(answerer.open()::contains).findFirst();
      open.ifPresent(query -> answerer.answer(query, entry));
    }
    return !fitting.isEmpty();
  }

  /** What a name is explored by is the resolver's choice, as with the servers of a scenario. */
  private static boolean isMeant(Entry entry, OutgoingQuery query) {
    return QueryMatcher.matches(entry, query) || QueryMatcher.matchesExploring(entry, query);
  }

  private static boolean isTo(ScenarioStep step, OutgoingQuery query) {
    Optional<InetAddress> server = StepAddress.of(step);
    return server.isEmpty() || server.get().equals(query.server());
  }

  private void check(ScenarioStep step) throws FailedStepException {
    log.add(step.toString());
    Entry expected = step.message();
    List<ClientReply> candidates = new ArrayList<>();
    for (ClientReply reply : desk.replies()) {
      if (step.arguments().isEmpty() || step.arguments().equals(reply.client())) {
        candidates.add(reply);
      }
    }
    long slack = 1 + clock.aheadSeconds();
    for (ClientReply reply : candidates) {
      if (comparison.differences(expected, reply, slack).isEmpty()) {
        log.add("answer  as expected\n" + reply.reply());
        comparison.leftOut(expected, reply).ifPresent(notes::add);
        desk.replies().remove(reply);
        compared++;
        return;
      }
    }
    if (candidates.isEmpty()) {
      throw new FailedStepException(step, "no answer came to that client");
    }
    ClientReply first = candidates.getFirst();
    log.add("answer  not as expected\n" + first.reply());
    throw new FailedStepException(
        step, String.join("; ", comparison.differences(expected, first, slack)));
  }

  private void checkMandatory() throws FailedStepException {
    Optional<Entry> unused =
        scenario.ranges().stream()
            .flatMap(range -> range.entries().stream())
            .filter(entry -> entry.mandatory() && !answerer.hasUsed(entry))
            .findFirst();
    if (unused.isPresent()) {
      throw new FailedStepException(
          "the end", "the mandatory entry of line " + unused.get().line() + " was never asked for");
    }
  }
}
