// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.delegation.NameServer;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.resolver.exchange.ExchangeResult;
import dev.leafward.resolver.exchange.Exchanger;
import dev.leafward.resolver.exchange.Inquiry;
import dev.leafward.resolver.response.ForwarderClassifier;
import dev.leafward.resolver.response.ScrubbedReply;
import dev.leafward.resolver.response.Verdict;
import dev.leafward.resolver.servers.Insistence;
import dev.leafward.resolver.servers.Pick;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.Tried;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Resolves one question by passing it on to the forwarders of a zone, one after the other.
 *
 * <p>What a forwarder says is scrubbed like an authority's word, with the forward zone as the zone
 * (CVE-2021-25220, MaginotDNS): nothing outside of it is believed, and nothing it says is ever a
 * delegation. Each turn crosses out a server or learns an address; so it ends.
 *
 * <p>Forwarders that are configured by name are looked up before the first question, not when those
 * with an address have failed: whoever writes down a name means it to be asked, and what looks it
 * up may be the very forwarder that fails later.
 *
 * <p>It does not follow aliases: an alias is an outcome, and its target has a route of its own.
 */
final class Forwarding {

  private final Hops hops;
  private final Exchanger exchanger;
  private final Question question;
  private final Context context;
  private final Inquiry inquiry;
  private final Tried tried = new Tried();

  /** Whether a forwarder was not found or not asked for reasons that are not its own. */
  private boolean hindered;

  private ZoneCut forwarders;

  /**
   * One question's way.
   *
   * @param forwarders the forward zone, and the forwarders as its servers
   * @param exchanger asks with RD=1
   */
  Forwarding(
      Hops hops, ZoneCut forwarders, Exchanger exchanger, Question question, Context context) {
    this.hops = hops;
    this.exchanger = exchanger;
    this.question = question;
    this.context = context;
    this.forwarders = forwarders;
    this.inquiry = exchanger.inquiry();
  }

  /**
   * The outcome of the question.
   *
   * @throws UnresolvableException if no forwarder gives one, or the budget is spent
   */
  Outcome run() throws UnresolvableException {
    try (inquiry) {
      return forward();
    }
  }

  private Outcome forward() throws UnresolvableException {
    for (NameServer forwarder : forwarders.nameServers()) {
      if (forwarder.addresses().isEmpty()) {
        learnAddresses(forwarder.name());
      }
    }
    while (true) {
      context.budget().checkTime(tried.attempts());
      switch (hops.selector().pick(forwarders, tried)) {
        case Pick.Exhausted none -> throw noUsableServer();
        case Pick.Resting silent -> tried.addResting(silent.servers());
        case Pick.LookUp unknown -> learnAddresses(unknown.nameServer());
        case Pick.Ask ask -> {
          Optional<Outcome> outcome = ask(ask.server(), ask.insistence());
          if (outcome.isPresent()) {
            return outcome.get();
          }
        }
      }
    }
  }

  private void learnAddresses(DomainName host) throws UnresolvableException {
    try {
      List<InetAddress> known = forwarders.addressesOf(host);
      List<InetAddress> addresses = hops.addresses().beyond(known, host, context);
      if (addresses.equals(known)) {
        tried.addLookup(host, known.isEmpty() ? "has no address" : "has no other address");
      }
      forwarders = forwarders.learn(host, addresses);
    } catch (UnresolvableException e) {
      if (e.failure() instanceof Failure.Interrupted || e.failure() instanceof Failure.Closed) {
        throw e;
      }
      hindered |= InFlight.concernsOpenerOnly(e.failure());
      tried.addLookup(host, "has no known address: " + e.failure().sentence());
    }
  }

  /** Puts the question to a forwarder; empty if the loop goes on. */
  private Optional<Outcome> ask(Server pick, Insistence insistence) throws UnresolvableException {
    inquiry.turnTo(question, forwarders.zone());
    ExchangeResult result = exchanger.ask(inquiry, pick, context.budget(), insistence);
    Server server = result.server();
    result.overtaken().forEach(each -> tried.addSilent(each, "had not replied yet"));
    StepReporter reporter = new StepReporter(context.recorder(), question, forwarders);
    reporter.earlierTries(result);
    Message reply = result.reply();
    if (reply == null) {
      hindered |= result.isLocalFault();
      if (result.mayAskAgain()) {
        tried.addSilent(server, result.what());
      } else {
        tried.add(server, result.what(), result.replied());
      }
      return Optional.empty();
    }
    ScrubbedReply scrubbed = hops.scrubber().scrub(reply, question, forwarders);
    Verdict verdict = ForwarderClassifier.classify(scrubbed, question);
    reporter.verdict(result, scrubbed, verdict);
    return act(verdict, server);
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

  private UnresolvableException noUsableServer() {
    Failure failure =
        new Failure.NoUsableServer(forwarders.zone(), question, tried.attempts(), tried.lookups());
    return hindered
        ? UnresolvableException.ofTheMoment(failure)
        : new UnresolvableException(failure);
  }
}
