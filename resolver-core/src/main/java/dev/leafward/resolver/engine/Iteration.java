// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.resolver.exchange.ExchangeResult;
import dev.leafward.resolver.response.ScrubbedReply;
import dev.leafward.resolver.response.Verdict;
import dev.leafward.resolver.servers.Pick;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.Tried;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Resolves one question by asking authorities, from the closest known zone cut downwards (RFC 1034
 * section 5.3.3).
 *
 * <p>This is the one loop of the resolver, and it owns every branch. Each turn makes progress: it
 * learns a name server's address, crosses out a server, moves to a deeper zone cut, or ends. So it
 * ends, by its budget at the latest, whatever the servers say.
 *
 * <p>It does not follow aliases: an alias is an outcome.
 */
final class Iteration {

  private final Hops hops;
  private final Question question;
  private final Context context;
  private ZoneCut cut;
  private Tried tried = new Tried();

  Iteration(Hops hops, Question question, Context context) {
    this.hops = hops;
    this.question = question;
    this.context = context;
    this.cut = hops.delegations().closest(question.name(), question.type());
  }

  /**
   * The outcome of the question.
   *
   * @throws UnresolvableException if no server gives one, or the budget is spent
   */
  Outcome run() throws UnresolvableException {
    if (cut.zone().isRoot() && hops.priming().isDue(question)) {
      hops.priming().prime(context);
      cut = hops.delegations().closest(question.name(), question.type());
    }
    reportKnownCut();
    while (true) {
      checkTime();
      switch (hops.selector().pick(cut, tried)) {
        case Pick.Exhausted none -> throw noUsableServer();
        case Pick.LookUp unknown -> learnAddresses(unknown.nameServer());
        case Pick.Ask ask -> {
          Optional<Outcome> outcome = ask(ask.server());
          if (outcome.isPresent()) {
            return outcome.get();
          }
        }
      }
    }
  }

  /** Tells where the way begins, if the cache knows more than the root. */
  private void reportKnownCut() {
    if (!cut.zone().isRoot()) {
      hops.cache()
          .delegation(cut.zone(), RRClass.IN)
          .ifPresent(known ->
              context
                  .recorder()
                  .step(
                      new Step.CacheHit(
                          new Question(cut.zone(), RRType.NS), "delegation", known.ttl())));
    }
  }

  /** Looks up a name server that came without glue; if that fails, others may be left. */
  private void learnAddresses(DomainName nameServer) throws UnresolvableException {
    if (tried.lookups().size() >= hops.limits().failedNameServerLookups()) {
      throw noUsableServer();
    }
    try {
      List<InetAddress> addresses = hops.addresses().of(nameServer, context);
      if (addresses.isEmpty()) {
        tried.addLookup(nameServer, "has no address");
      }
      cut = cut.learn(nameServer, addresses);
    } catch (UnresolvableException e) {
      if (e.failure() instanceof Failure.Interrupted || e.failure() instanceof Failure.Closed) {
        throw e;
      }
      tried.addLookup(nameServer, "has no known address: " + e.failure().sentence());
    }
  }

  /** Puts the question to a server; empty if the loop goes on. */
  private Optional<Outcome> ask(Server server) throws UnresolvableException {
    Question asked = hops.minimiser().step(question, cut);
    ExchangeResult result = hops.exchanger().ask(asked, server, context.budget());
    StepReporter reporter = new StepReporter(context.recorder(), asked, cut, server);
    reporter.earlierTries(result);
    Message reply = result.reply();
    if (reply == null) {
      tried.add(server, result.what(), result.replied());
      return Optional.empty();
    }
    ScrubbedReply scrubbed = hops.scrubber().scrub(reply, asked, cut);
    Verdict verdict = hops.classifier().classify(scrubbed, asked, cut);
    reporter.verdict(result, scrubbed, verdict);
    scrubbed.glue().forEach(rrset -> hops.cache().store(rrset, Trust.GLUE));
    return act(verdict, server);
  }

  private Optional<Outcome> act(Verdict verdict, Server server) throws UnresolvableException {
    switch (verdict) {
      case Verdict.Conclusive conclusive -> {
        return Optional.of(conclusive.outcome());
      }
      case Verdict.Referral referral -> {
        descend(referral);
        return Optional.empty();
      }
      case Verdict.Lame lame -> tried.add(server, "is " + lame.words(), true);
      case Verdict.Unusable unusable -> tried.add(server, "is " + unusable.words(), true);
      case Verdict.TooLong tooLong ->
          throw new UnresolvableException(new Failure.NameTooLong(tooLong.name()));
    }
    return Optional.empty();
  }

  /** Goes on at a deeper zone cut: the referral itself is the next cut, whatever its TTL. */
  private void descend(Verdict.Referral referral) {
    RRset nameServers = referral.nameServers();
    if (!nameServers.name().isBelow(cut.zone())) {
      throw new IllegalStateException(nameServers.name() + " is no deeper than " + cut.zone());
    }
    hops.cache().storeDelegation(nameServers, cut.zone());
    cut = referral.cut();
    tried = new Tried();
  }

  private void checkTime() throws UnresolvableException {
    if (context.budget().isExpired()) {
      throw new UnresolvableException(
          new Failure.DeadlineExceeded(context.budget().allowed(), tried.attempts()));
    }
  }

  private UnresolvableException noUsableServer() {
    return new UnresolvableException(
        new Failure.NoUsableServer(cut.zone(), question, tried.attempts()));
  }
}
