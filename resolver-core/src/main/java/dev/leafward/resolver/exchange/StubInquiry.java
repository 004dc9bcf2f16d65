// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.exchange.ExchangeOptions.Feature;
import dev.leafward.resolver.exchange.QueryForm.CookieUse;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.Traits;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question that is put to the servers of a stub resolver, one after the other.
 *
 * <p>A server gets one datagram, and the time for it that the caller says; over TCP it is asked if
 * the reply is cut, or if that is configured, and without EDNS if it refuses that. All servers that
 * were asked by datagram are listened to until the end. Other than an {@link Exchanger}'s, a
 * datagram with a wrong ID is waited past and leads to no TCP: a server next door seldom has it,
 * and is seldom forged. Used by one thread. It does not judge what a reply says.
 */
public final class StubInquiry implements AutoCloseable {

  private final StubExchanger means;
  private final Datagrams datagrams;
  private final ExchangeOptions options;
  private final Budget budget;
  private final Inquiry inquiry;

  /** The datagram whose reply is waited for. */
  private @Nullable Attempt latest;

  private long patienceNanos;

  StubInquiry(StubExchanger means, Question question, Set<StubFlag> flags, Budget budget) {
    this.means = means;
    this.datagrams = new Datagrams(means.udp());
    this.options = means.options(flags);
    this.budget = budget;
    this.inquiry = new Inquiry((address, nanos) -> {});
    inquiry.turnTo(question, DomainName.ROOT);
  }

  /**
   * Puts the question to a server, while those that were asked before may still reply.
   *
   * @param nanos how long each message to it is waited for
   * @return what came of it, or of the earlier one that replied first
   * @throws UnresolvableException if nothing could be sent for want of budget, if more was received
   *     than may be, or if the thread was interrupted (its flag is set then)
   */
  public ExchangeResult ask(Server server, long nanos) throws UnresolvableException {
    latest = null;
    patienceNanos = nanos;
    budget.spendSend();
    return follow(send(server, firstForm(server)));
  }

  /**
   * Waits on for the server that was asked last, after an earlier one has replied.
   *
   * @return what came next; empty if nothing more can come
   * @throws UnresolvableException as {@link #ask}
   */
  public Optional<ExchangeResult> waitOn() throws UnresolvableException {
    Attempt waiting = latest;
    if (waiting == null || !inquiry.open().contains(waiting)) {
      return Optional.empty();
    }
    return Optional.of(follow(datagrams.await(inquiry, waiting, waiting.deadline(patienceNanos))));
  }

  private QueryForm firstForm(Server server) {
    boolean ignorant = means.book().traits(server.address()).withoutEdns();
    return new QueryForm(
        options.has(Feature.TCP_ONLY) ? Protocol.TCP : Protocol.UDP,
        options.has(Feature.EDNS) && !ignorant,
        CookieUse.NONE,
        false);
  }

  /** Sends again in other forms for as long as replies call for them. */
  private ExchangeResult follow(List<Try> first) throws UnresolvableException {
    List<Try> tries = new ArrayList<>();
    note(first, tries);
    Optional<QueryForm> next = next(tries.getLast());
    while (next.isPresent() && mayPay()) {
      note(send(tries.getLast().server(), next.get()), tries);
      next = next(tries.getLast());
    }
    Server server = tries.getLast().server();
    Try last = tries.getLast();
    Message reply = last.kind() == TryKind.REPLIED ? last.reply() : null;
    return new ExchangeResult(server, tries, inquiry.triesOf(server), reply, false);
  }

  private static Optional<QueryForm> next(Try last) {
    QueryForm form = last.form();
    return switch (last.kind()) {
      case TRUNCATED, TOO_LONG ->
          form.protocol() == Protocol.UDP ? Optional.of(form.overTcp()) : Optional.empty();
      case EDNS_REFUSED -> Optional.of(form.withoutEdns());
      case CONNECTION_STALE -> Optional.of(form);
      default -> Optional.empty();
    };
  }

  /** Pays for one message more; whatever is asked next throws if there is no budget for it. */
  private boolean mayPay() {
    try {
      budget.spendSend();
      return true;
    } catch (UnresolvableException spent) {
      return false;
    }
  }

  private List<Try> send(Server server, QueryForm form) throws UnresolvableException {
    Attempt.checkInterrupt();
    Query query =
        means
            .queries()
            .build(inquiry.question(), form, options, server.address(), null, means.time().nanos());
    Attempt attempt = new Attempt(query, server, budget, means.time(), Attempt.WrongIds.SKIPPED);
    if (form.protocol() == Protocol.TCP) {
      return List.of(overTcp(attempt));
    }
    latest = attempt;
    return datagrams.exchange(inquiry, attempt, patienceNanos);
  }

  private Try overTcp(Attempt attempt) throws UnresolvableException {
    try (attempt) {
      Try done = attempt.start(means.tcp(), patienceNanos);
      while (done == null) {
        done = attempt.receive(attempt.deadline(patienceNanos));
      }
      return done;
    }
  }

  private void note(List<Try> ended, List<Try> tries) {
    for (Try each : ended) {
      inquiry.add(each);
      tries.add(each);
      learn(each);
    }
  }

  /** A server that replies only without EDNS is asked without it the next time, too. */
  private void learn(Try done) {
    boolean refusedEdns =
        inquiry.triesOf(done.server()).stream()
            .anyMatch(each -> each.kind() == TryKind.EDNS_REFUSED && each.reply() != null);
    Message reply = done.reply();
    if (refusedEdns
        && done.kind() == TryKind.REPLIED
        && !done.form().edns()
        && reply != null
        && !reply.rcode().equals(Rcode.FORMERR)
        && !reply.rcode().equals(Rcode.NOTIMP)) {
      means.book().learn(done.server().address(), Traits::ignorantOfEdns);
    }
  }

  /** Ends all conversations. */
  @Override
  public void close() {
    inquiry.close();
  }
}
