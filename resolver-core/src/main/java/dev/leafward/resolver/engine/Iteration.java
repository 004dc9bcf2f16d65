// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.resolver.exchange.ExchangeResult;
import dev.leafward.resolver.exchange.Inquiry;
import dev.leafward.resolver.response.Redirections;
import dev.leafward.resolver.response.ScrubbedReply;
import dev.leafward.resolver.response.Verdict;
import dev.leafward.resolver.servers.Insistence;
import dev.leafward.resolver.servers.Lameness;
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
import org.jspecify.annotations.Nullable;

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
  private final Inquiry inquiry;
  private final ZonePlaces.Visit visit;
  private ZoneCut cut;
  private Tried tried = new Tried();
  private final Disclosure disclosure;

  /** Whether the cut is from the cache, so that its parent may know more of it by now. */
  private boolean cutIsRemembered = true;

  /** Whether anything was sent to a server of the cut. */
  private boolean askedSomebody;

  /** Whether a server was not found or not asked for reasons that are not the server's. */
  private boolean hindered;

  /** What has to do if no server of the cut says more. */
  private SecondBest secondBest = new SecondBest();

  /** The cut that was left for its parent, and what was tried there; null if none was. */
  private @Nullable Left left;

  /** Why the first of the cut's name servers that were looked up in vain was not found. */
  private @Nullable Failure lookupFailure;

  /** A cut that was left. */
  private record Left(DomainName zone, Tried tried) {}

  Iteration(Hops hops, Question question, Context context) {
    this.hops = hops;
    this.question = question;
    this.context = context;
    this.disclosure = hops.minimiser().disclose(question);
    this.inquiry = hops.exchanger().inquiry();
    this.visit = hops.places().visit();
    this.cut = hops.delegations().closest(question.name(), question.type());
  }

  /**
   * The outcome of the question.
   *
   * @throws UnresolvableException if no server gives one, or the budget is spent
   */
  Outcome run() throws UnresolvableException {
    try (visit;
        inquiry) {
      return iterate();
    }
  }

  private Outcome iterate() throws UnresolvableException {
    if (hops.priming().isDue(question, cut.zone())) {
      hops.priming().prime(context);
      cut = hops.delegations().closest(question.name(), question.type());
    }
    reportKnownCut();
    while (true) {
      Pick pick = hops.selector().pick(cut, tried);
      Optional<Outcome> instead =
          context.budget().isExpired() ? secondBest.any() : secondBest.instead(pick, cut);
      if (instead.isPresent()) {
        return instead.get();
      }
      context.budget().checkTime(tried.attempts());
      switch (pick) {
        case Pick.Exhausted none -> startAnew();
        case Pick.Resting silent -> leaveAlone(silent.servers());
        case Pick.LookUp unknown -> learnAddresses(unknown.nameServer());
        case Pick.Ask ask -> {
          Optional<Outcome> outcome =
              hasTurn(ask.server()) ? ask(ask.server(), ask.insistence()) : Optional.empty();
          if (outcome.isPresent()) {
            return outcome.get();
          }
        }
      }
    }
  }

  /** Whether the cut is that with which iteration begins if the cache knows nothing. */
  private boolean isFloor() {
    return hops.delegations().isFloor(cut.zone());
  }

  /** Tells where the way begins, if the cache knows more than the root. */
  private void reportKnownCut() {
    if (!isFloor()) {
      Question delegation = new Question(cut.zone(), RRType.NS);
      hops.cache()
          .delegation(cut.zone(), RRClass.IN)
          .map(known -> new Step.CacheHit(delegation, "delegation", known.ttl()))
          .ifPresent(context.recorder()::step);
    }
  }

  /** Servers that were silent before: whether asked or not, nobody higher up knows better ones. */
  private void leaveAlone(List<Server> servers) {
    tried.addResting(servers);
    askedSomebody = true;
  }

  /** All servers were tried in vain: perhaps with the full question, or from further up. */
  private void startAnew() throws UnresolvableException {
    if (secondBest.deeper().isPresent()) {
      enter(secondBest.deeper().get());
      return;
    }
    if (disclosure.canFallBack(cut)
        && tried.attempts().stream().anyMatch(Failure.Attempt::replied)) {
      disclosure.showAll();
      tried = new Tried();
      return;
    }
    startHigher();
  }

  /**
   * Where no server of a remembered cut is of use, its parent may know others by now, or give glue
   * again that has run out since. Servers that were all silent are not likely to have moved.
   */
  private void startHigher() throws UnresolvableException {
    boolean mayHaveMoved =
        !askedSomebody
            || tried.attempts().stream().anyMatch(Failure.Attempt::replied)
            || cut.nameServers().stream().anyMatch(each -> each.addresses().isEmpty());
    boolean neverHadGlue = hops.cache().isGlueless(cut.zone(), RRClass.IN);
    if (!mayHaveMoved || left != null || !cutIsRemembered || isFloor() || neverHadGlue) {
      throw noUsableServer();
    }
    visit.close();
    left = new Left(cut.zone(), tried);
    cut = hops.delegations().closest(cut.zone().parent(), RRType.NS);
    tried = new Tried();
    lookupFailure = null;
  }

  /** Looks up addresses of a name server that are not known yet; if in vain, others may be left. */
  private void learnAddresses(DomainName nameServer) throws UnresolvableException {
    if (tried.lookups().size() >= hops.limits().failedNameServerLookups()) {
      throw noUsableServer();
    }
    visit.close();
    try {
      List<InetAddress> known = cut.addressesOf(nameServer);
      List<InetAddress> addresses = hops.addresses().beyond(known, nameServer, context);
      if (addresses.equals(known)) {
        tried.addLookup(nameServer, known.isEmpty() ? "has no address" : "has no other address");
      }
      cut = cut.learn(nameServer, addresses);
    } catch (UnresolvableException e) {
      if (e.failure() instanceof Failure.Interrupted || e.failure() instanceof Failure.Closed) {
        throw e;
      }
      hindered |= InFlight.concernsOpenerOnly(e.failure());
      lookupFailure = lookupFailure == null ? e.failure() : lookupFailure;
      tried.addLookup(nameServer, "has no known address: " + e.failure().sentence());
    }
  }

  /** Waits for a place at the cut's servers; false if the server is of no use any more by then. */
  private boolean hasTurn(Server server) throws UnresolvableException {
    if (visit.enter(cut.zone())) {
      return true;
    }
    inquiry.close(); // who waits in line listens to nobody
    visit.awaitTurn(context.budget());
    return !hops.selector().isDead(server);
  }

  /** Puts the question to a server; empty if the loop goes on. */
  private Optional<Outcome> ask(Server pick, Insistence insistence) throws UnresolvableException {
    Question asked = disclosure.step(cut);
    inquiry.turnTo(asked, cut.zone());
    ExchangeResult result = hops.exchanger().ask(inquiry, pick, context.budget(), insistence);
    Server server = result.server();
    result.overtaken().forEach(each -> tried.addSilent(each, "had not replied yet"));
    askedSomebody |= result.wasSent();
    visit.heard(result);
    StepReporter reporter = new StepReporter(context.recorder(), asked, cut);
    reporter.earlierTries(result);
    Message reply = result.reply();
    if (reply == null) {
      crossOut(server, result);
      return Optional.empty();
    }
    ScrubbedReply scrubbed = hops.scrubber().scrub(reply, asked, cut);
    Verdict judged = hops.classifier().classify(scrubbed, asked, cut);
    Verdict verdict = result.isHardToForge() ? judged.proven(asked.name()) : judged;
    if (disclosure.isShortened(asked)) {
      reporter.stepVerdict(result, scrubbed, verdict);
      return actOnStep(verdict, server, scrubbed);
    }
    reporter.verdict(result, scrubbed, verdict);
    return act(verdict, server);
  }

  /** What a reply to a shortened question leads to (RFC 9156 section 3). */
  private Optional<Outcome> actOnStep(Verdict verdict, Server server, ScrubbedReply reply)
      throws UnresolvableException {
    switch (verdict) {
      case Verdict.Conclusive conclusive -> {
        return actOnStep(conclusive.outcome());
      }
      case Verdict.TooLong tooLong ->
          // What a DNAME makes of a part of the name is too long already.
          throw new UnresolvableException(new Failure.NameTooLong(question.name()));
      case Verdict.Referral referral -> {
        return act(referral, server);
      }
      case Verdict.DoubtfulReferral referral -> {
        return act(referral, server);
      }
      case Verdict.Doubtful said -> {
        return actOnStep(said.outcome());
      }
      case Verdict.Lame ignored -> {}
      case Verdict.Unusable ignored -> {}
    }
    boolean isResolver = reply.header().isRecursionAvailable() && !reply.header().isAuthoritative();
    if (disclosure.fallsBackAtOnce() && !isResolver) {
      disclosure.showAll();
      return Optional.empty();
    }
    return act(verdict, server);
  }

  private Optional<Outcome> actOnStep(Outcome outcome) throws UnresolvableException {
    if (outcome instanceof Outcome.Alias alias && alias.redirection().isPresent()) {
      return redirected(alias.redirection().get());
    }
    if (hops.minimiser().endsTheQuestion(outcome, cut.zone())) {
      return Optional.of(outcome);
    }
    if (outcome instanceof Outcome.NoSuchName) {
      disclosure.showAll();
    } else {
      disclosure.goOn(outcome);
    }
    return Optional.empty();
  }

  /** A DNAME above a part of the name rules the whole of it: no need to ask for that. */
  private Optional<Outcome> redirected(Outcome.Redirection by) throws UnresolvableException {
    if (question.type().equals(RRType.CNAME) || question.type().equals(RRType.ANY)) {
      disclosure.showAll();
      return Optional.empty();
    }
    return Optional.of(
        Redirections.alias(by, question.name())
            .orElseThrow(
                () -> new UnresolvableException(new Failure.NameTooLong(question.name()))));
  }

  private void foundLame(Server server, Verdict why, Lameness how) {
    tried.add(server, "is " + why.words(), true);
    hops.selector().foundLame(server, cut.zone(), how);
  }

  private void crossOut(Server server, ExchangeResult result) {
    hindered |= result.isLocalFault();
    if (result.mayAskAgain()) {
      tried.addSilent(server, result.what());
    } else {
      tried.add(server, result.what(), result.replied());
    }
    if (result.replied() && !result.mayAskAgain()) {
      hops.selector().foundLame(server, cut.zone(), Lameness.UNABLE);
    }
  }

  private Optional<Outcome> act(Verdict verdict, Server server) throws UnresolvableException {
    switch (verdict) {
      case Verdict.Conclusive conclusive -> {
        store(conclusive.glue());
        return Optional.of(conclusive.outcome());
      }
      case Verdict.Referral referral -> {
        descend(referral);
        return glueThatSuffices(referral);
      }
      case Verdict.DoubtfulReferral referral -> {
        tried.add(server, "is " + referral.words(), true);
        secondBest.note(referral);
      }
      case Verdict.Doubtful said -> {
        foundLame(server, said, Lameness.UNABLE);
        return secondBest.note(said);
      }
      case Verdict.Lame lame -> {
        foundLame(server, lame, Lameness.LAME);
        if (!disclosure.isShortened(disclosure.step(cut))) {
          secondBest.note(lame);
        }
      }
      case Verdict.Unusable unusable -> foundLame(server, unusable, Lameness.UNABLE);
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
    DomainName parent = isFloor() ? DomainName.ROOT : cut.zone();
    if (referral.glue().isEmpty()) {
      hops.cache().storeGluelessDelegation(nameServers, parent);
    } else {
      hops.cache().storeDelegation(nameServers, parent);
    }
    store(referral.glue());
    enter(referral.cut());
  }

  private void enter(ZoneCut deeper) {
    inquiry.close();
    visit.close();
    cut = deeper;
    tried = left != null && left.zone().equals(cut.zone()) ? left.tried() : new Tried();
    cutIsRemembered = false;
    askedSomebody = false;
    lookupFailure = null;
    secondBest = new SecondBest();
  }

  /** The addresses asked for, if they are wanted to ask a name server, and came with a referral. */
  private Optional<Outcome> glueThatSuffices(Verdict.Referral referral) {
    return context.least() == Trust.GLUE
        ? referral.glueFor(question).map(rrset -> new Outcome.Positive(List.of(rrset), Trust.GLUE))
        : Optional.empty();
  }

  private void store(List<RRset> glue) {
    glue.forEach(rrset -> hops.cache().store(rrset, Trust.GLUE));
  }

  /**
   * Nobody is left to ask. If nobody was asked at all because this question's own means did not
   * suffice to find a server, that is the failure: another question may do better.
   */
  private UnresolvableException noUsableServer() {
    if (lookupFailure != null
        && tried.attempts().isEmpty()
        && InFlight.concernsOpenerOnly(lookupFailure)) {
      return new UnresolvableException(lookupFailure);
    }
    Failure failure =
        new Failure.NoUsableServer(cut.zone(), question, tried.attempts(), tried.lookups());
    return hindered
        ? UnresolvableException.ofTheMoment(failure)
        : new UnresolvableException(failure);
  }
}
