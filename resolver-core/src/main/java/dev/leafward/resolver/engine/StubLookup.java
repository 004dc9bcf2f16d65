// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.StubSchedule;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.resolver.exchange.ExchangeResult;
import dev.leafward.resolver.exchange.StubInquiry;
import dev.leafward.resolver.response.ScrubbedReply;
import dev.leafward.resolver.response.Scrubber;
import dev.leafward.resolver.response.StubClassifier;
import dev.leafward.resolver.response.Verdict;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.Tried;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves one question by asking the servers of a stub resolver, as glibc's {@code res_send} does:
 * one after the other, all of them as often as is configured, each for a fixed time.
 *
 * <p>A server that replies in a way that is of no use is left at once, one that is silent when its
 * time is up; it is still listened to, for as long as others are asked. "No such name" is an answer
 * and ends the search. The servers are believed for all names (they are the machine's own
 * resolvers), aliases and what they lead to included.
 */
final class StubLookup {

  private static final ZoneCut EVERYTHING = new ZoneCut(DomainName.ROOT, List.of());

  private final StubOptions options;
  private final StubSchedule schedule;
  private final int firstPlace;
  private final Scrubber scrubber;
  private final Question question;
  private final Context context;
  private final StubInquiry inquiry;
  private final StepReporter reporter;
  private final Tried tried = new Tried();

  /** Whether a server was not asked for reasons that are not its own. */
  private boolean hindered;

  /** One question's way. */
  StubLookup(
      StubSources sources,
      StubOptions options,
      Scrubber scrubber,
      Question question,
      Context context) {
    this.options = options;
    this.schedule = new StubSchedule(options);
    this.firstPlace = sources.firstPlace(options);
    this.scrubber = scrubber;
    this.question = question;
    this.context = context;
    this.inquiry = sources.exchanger().inquiry(question, options.flags(), context.budget());
    this.reporter = new StepReporter(context.recorder(), question, EVERYTHING);
  }

  /**
   * The outcome of the question.
   *
   * @throws UnresolvableException if no server gives one, or the budget is spent
   */
  Outcome run() throws UnresolvableException {
    if (options.has(StubFlag.NO_AAAA) && question.type().equals(RRType.AAAA)) {
      context.recorder().step(new Step.Routed(question, "option no-aaaa", "no data"));
      return new Outcome.NoData(Optional.empty());
    }
    try (inquiry) {
      return askInTurn();
    }
  }

  private Outcome askInTurn() throws UnresolvableException {
    int servers = options.servers().size();
    for (int turn = 0; turn < options.attempts() * servers; turn++) {
      context.budget().checkTime(tried.attempts());
      int place = (firstPlace + turn) % servers;
      Optional<Outcome> outcome = ask(server(place), schedule.waitNanos(place));
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    context.budget().checkTime(tried.attempts());
    throw noUsableServer();
  }

  private Server server(int place) {
    UpstreamServer configured = options.servers().get(place);
    return new Server(DomainName.ROOT, configured.address(), configured.port());
  }

  /** Puts the question to a server; empty if the next one is to be asked. */
  private Optional<Outcome> ask(Server server, long nanos) throws UnresolvableException {
    Optional<ExchangeResult> result = Optional.of(inquiry.ask(server, nanos));
    while (result.isPresent()) {
      Optional<Outcome> outcome = judge(result.get());
      if (outcome.isPresent()) {
        return outcome;
      }
      // What a server says that was asked before, if it is of no use, is no reason to leave this.
      boolean isDone = result.get().server().equals(server);
      result = isDone ? Optional.empty() : inquiry.waitOn();
    }
    return Optional.empty();
  }

  private Optional<Outcome> judge(ExchangeResult result) throws UnresolvableException {
    reporter.earlierTries(result);
    Message reply = result.reply();
    if (reply == null) {
      hindered |= result.isLocalFault();
      tried.add(result.server(), result.what(), result.replied());
      return Optional.empty();
    }
    ScrubbedReply scrubbed = scrubber.scrub(reply, question, EVERYTHING);
    Verdict verdict = StubClassifier.classify(scrubbed, question);
    reporter.verdict(result, scrubbed, verdict);
    return act(verdict, result.server());
  }

  private Optional<Outcome> act(Verdict verdict, Server server) throws UnresolvableException {
    switch (verdict) {
      case Verdict.Conclusive conclusive -> {
        return Optional.of(conclusive.outcome());
      }
      case Verdict.TooLong tooLong ->
          throw new UnresolvableException(new Failure.NameTooLong(tooLong.name()));
      default -> tried.add(server, "is " + verdict.words(), true);
    }
    return Optional.empty();
  }

  /** That all are silent says much of the network here, and nothing of the name. */
  private UnresolvableException noUsableServer() {
    Failure.NoUsableServer failure =
        new Failure.NoUsableServer(DomainName.ROOT, question, tried.attempts(), Map.of());
    return hindered || failure.isUnreachable()
        ? UnresolvableException.ofTheMoment(failure)
        : new UnresolvableException(failure);
  }
}
