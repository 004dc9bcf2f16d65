// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.exchange.ExchangeOptions.Feature;
import dev.leafward.resolver.exchange.QueryForm.CookieUse;
import dev.leafward.resolver.servers.Insistence;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.resolver.servers.ServerFailure;
import dev.leafward.resolver.servers.Traits;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Puts one question to one server, in as many forms as it takes to get a complete reply.
 *
 * <p>Every message that leaves is paid for first ({@link Budget#spendSend()}), every message that
 * comes in as well; what was learnt of the server's speed and health is written into the {@link
 * ServerBook}. What to do next after each try is decided by {@link Fallback}; what counts as the
 * reply by {@link ReplyMatcher}. It does not judge what a reply says. Safe for use by many threads.
 */
public final class Exchanger {

  private final Transport udp;
  private final Transport tcp;
  private final QueryFactory queries;
  private final ServerBook book;
  private final ResolverLimits limits;
  private final Time time;
  private final ExchangeOptions options;
  private final Datagrams datagrams;
  private final Patience patience;
  private final Fallback fallback;

  /** An exchanger over these transports. */
  public Exchanger(
      Transport udp,
      Transport tcp,
      QueryFactory queries,
      ServerBook book,
      ResolverLimits limits,
      Time time,
      ExchangeOptions options) {
    this.udp = udp;
    this.tcp = tcp;
    this.queries = queries;
    this.book = book;
    this.limits = limits;
    this.time = time;
    this.options = options;
    this.datagrams = new Datagrams(udp);
    this.patience = new Patience(book, limits);
    this.fallback = new Fallback(limits.sendsPerServer());
  }

  /**
   * An exchanger that asks in another way, over the same transports and with the same book.
   *
   * @param change makes its options of this one's
   */
  public Exchanger with(UnaryOperator<ExchangeOptions> change) {
    return new Exchanger(udp, tcp, queries, book, limits, time, change.apply(options));
  }

  /** What an iteration keeps of its questions; to be closed at its end. */
  public Inquiry inquiry() {
    return new Inquiry(this::heardNothing);
  }

  /** That a forwarder says nothing may be due to those whom it asks: it does not make it dead. */
  private void heardNothing(InetAddress address, long nanos) {
    if (!options.has(Feature.RECURSION_DESIRED)) {
      book.listenedInVain(address, nanos);
    }
  }

  /**
   * Puts the question at hand to a server, while those that were asked before may still reply.
   *
   * <p>If the budget is spent when something was sent already, the result says how far it got, and
   * whatever is asked next throws.
   *
   * @param inquiry the question, and who is still listened to
   * @param insistence how often to ask, should the server be silent
   * @throws UnresolvableException if nothing could be sent for want of budget, if more was received
   *     than may be, or if the thread was interrupted (its flag is set then)
   */
  public ExchangeResult ask(Inquiry inquiry, Server server, Budget budget, Insistence insistence)
      throws UnresolvableException {
    List<Try> tries = new ArrayList<>();
    Server current = server;
    while (next(inquiry, current, tries, insistence) instanceof NextTry.Send(QueryForm form)
        && paid(budget, tries)) {
      Attempt.checkInterrupt();
      inquiry.sending(current);
      Query query = query(inquiry, form, current.address());
      Attempt attempt = new Attempt(query, current, budget, time, Attempt.WrongIds.SUSPECTED);
      List<Try> ended =
          form.protocol() == Protocol.UDP
              ? byDatagram(inquiry, attempt, insistence)
              : List.of(overTcp(attempt, patience.tcpNanos(insistence)));
      ended.forEach(each -> note(each, inquiry, tries));
      current = tries.getLast().server();
    }
    boolean done = !tries.isEmpty() && tries.getLast().kind() == TryKind.REPLIED;
    if (insistence == Insistence.ALL_TRIES && !done) {
      Optional.ofNullable(datagrams.lateReply(inquiry, Patience.LAST_DATAGRAM_NANOS))
          .ifPresent(late -> note(late, inquiry, tries));
    }
    return result(inquiry, server, tries);
  }

  private Query query(Inquiry inquiry, QueryForm form, InetAddress address) {
    Cookie given = book.traits(address).cookie();
    return queries.build(inquiry.question(), form, options, address, given, time.nanos());
  }

  private List<Try> byDatagram(Inquiry inquiry, Attempt attempt, Insistence insistence)
      throws UnresolvableException {
    long nanos = patience.nanos(inquiry, attempt.server(), insistence);
    inquiry.waited(nanos);
    return datagrams.exchange(inquiry, attempt, nanos);
  }

  private Try overTcp(Attempt attempt, long nanos) throws UnresolvableException {
    try (attempt) {
      Try done = attempt.start(tcp, limits.tcpTimeout().toNanos() / 2);
      while (done == null) {
        done = attempt.receive(attempt.deadline(nanos));
      }
      return done;
    }
  }

  private void note(Try done, Inquiry inquiry, List<Try> tries) {
    inquiry.add(done);
    report(done, inquiry.triesOf(done.server()));
    tries.add(done);
  }

  private ExchangeResult result(Inquiry inquiry, Server asked, List<Try> tries) {
    Server server = tries.isEmpty() ? asked : tries.getLast().server();
    List<Try> history = inquiry.triesOf(server);
    Try last = history.getLast();
    boolean replied = !tries.isEmpty() && last.kind() == TryKind.REPLIED;
    boolean mayAskAgain =
        last.kind().isSilence()
            && fallback.next(firstForm(inquiry, server), history, inquiry.sendsTo(server))
                instanceof NextTry.Send;
    return new ExchangeResult(server, tries, history, replied ? last.reply() : null, mayAskAgain);
  }

  private NextTry next(Inquiry inquiry, Server server, List<Try> tries, Insistence insistence) {
    boolean silent = !tries.isEmpty() && tries.getLast().kind().isSilence();
    if (silent && (insistence == Insistence.ONE_TRY || book.isFamilySuspect(server.address()))) {
      return new NextTry.Enough(); // others are left; or the network swallows all IPv6, say
    }
    return fallback.next(
        firstForm(inquiry, server), inquiry.triesOf(server), inquiry.sendsTo(server));
  }

  private QueryForm firstForm(Inquiry inquiry, Server server) {
    Traits known = book.traits(server.address());
    boolean overTcp = options.has(Feature.TCP_ONLY) || known.overTcp() || inquiry.wasGuessedAt();
    boolean edns = options.has(Feature.EDNS) && !known.withoutEdns();
    return new QueryForm(
        overTcp ? Protocol.TCP : Protocol.UDP,
        edns,
        edns && options.has(Feature.COOKIES) ? cookieUse(known) : CookieUse.NONE,
        options.has(Feature.MIXED_CASE) && !known.changesCase());
  }

  private static CookieUse cookieUse(Traits known) {
    return known.cookie() == null ? CookieUse.OFFERED : CookieUse.EXPECTED;
  }

  /** Pays for the next try. Too little budget left is an error only if nothing was tried yet. */
  private static boolean paid(Budget budget, List<Try> tries) throws UnresolvableException {
    try {
      budget.spendSend();
      return true;
    } catch (UnresolvableException spent) {
      if (tries.isEmpty()) {
        throw spent;
      }
      return false;
    }
  }

  /** Writes down what the server did; nothing that an outsider could have brought about. */
  private void report(Try done, List<Try> history) {
    InetAddress address = done.server().address();
    switch (done.kind()) {
      case REPLIED -> {
        book.replied(address, done.roundTripNanos());
        learn(done, history);
        learnCookie(done);
      }
      case TRUNCATED, COOKIE_WANTED -> {
        book.replied(address, done.roundTripNanos());
        learnCookie(done);
      }
      case TIMED_OUT -> book.failed(address, ServerFailure.TIMED_OUT);
      case NO_ROUTE -> book.failed(address, ServerFailure.NO_ROUTE);
      case CONNECTION_BROKEN -> book.failed(address, ServerFailure.BROKE_CONNECTION);
      case EDNS_REFUSED -> {
        if (done.reply() != null) {
          book.replied(address, done.roundTripNanos());
        }
      }
      case OVERTAKEN,
          TOO_LONG,
          CASE_CHANGED,
          COOKIE_MISSING,
          GUESSED_AT,
          CUT_SHORT,
          UNREACHABLE,
          CONNECTION_STALE,
          LOCAL_FAULT -> {}
    }
  }

  /** What a reply shows of the ways of a server, after what came before. */
  private void learn(Try done, List<Try> history) {
    InetAddress address = done.server().address();
    boolean isDeaf = Fallback.silences(history) >= Fallback.UDP_SILENCES;
    if (isDeaf && done.protocol() == Protocol.TCP) {
      book.learn(address, Traits::hearingOnlyTcp);
    }
    boolean changedCase =
        history.stream().anyMatch(each -> each.kind() == TryKind.CASE_CHANGED) && !done.sameCase();
    if (changedCase) {
      book.learn(address, Traits::changingCase);
    }
    boolean refusedEdns =
        history.stream()
            .anyMatch(each -> each.kind() == TryKind.EDNS_REFUSED && each.reply() != null);
    if (refusedEdns && !done.form().edns() && done.reply() != null && !isRefusal(done.reply())) {
      book.learn(address, Traits::ignorantOfEdns);
    }
  }

  /** The server's cookie, if it sent one; over TCP, that it sent none shows that it has none. */
  private void learnCookie(Try done) {
    Message reply = done.reply();
    if (reply == null || done.form().cookie() == CookieUse.NONE) {
      return;
    }
    Cookie cookie =
        reply
            .edns()
            .flatMap(edns -> edns.option(Cookie.class))
            .filter(each -> each.server().length() > 0)
            .orElse(null);
    if (cookie != null || done.protocol() == Protocol.TCP) {
      book.learn(done.server().address(), known -> known.withCookie(cookie));
    }
  }

  private static boolean isRefusal(Message reply) {
    return reply.rcode().equals(Rcode.FORMERR) || reply.rcode().equals(Rcode.NOTIMP);
  }
}
