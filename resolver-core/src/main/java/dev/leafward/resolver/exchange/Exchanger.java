// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.servers.Insistence;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.resolver.servers.ServerFailure;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.wire.message.Question;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
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
    this.fallback = new Fallback(options, limits.sendsPerServer());
  }

  /**
   * An exchanger that asks in another way, over the same transports and with the same book.
   *
   * @param change makes its options of this one's
   */
  public Exchanger with(UnaryOperator<ExchangeOptions> change) {
    return new Exchanger(udp, tcp, queries, book, limits, time, change.apply(options));
  }

  /**
   * Asks.
   *
   * <p>If the budget is spent when something was sent already, the result says how far it got, and
   * whatever is asked next throws.
   *
   * @param insistence how often to ask, should the server be silent
   * @throws UnresolvableException if nothing could be sent for want of budget, if more was received
   *     than may be, or if the thread was interrupted (its flag is set then)
   */
  public ExchangeResult ask(Question asked, Server server, Budget budget, Insistence insistence)
      throws UnresolvableException {
    List<Try> tries = new ArrayList<>();
    while (next(tries, server, insistence) instanceof NextTry.Send(QueryForm form)
        && paid(budget, tries)) {
      Try done = attempt(asked, form, server, budget);
      report(server.address(), done);
      tries.add(done);
    }
    return ExchangeResult.of(tries);
  }

  private NextTry next(List<Try> tries, Server server, Insistence insistence) {
    boolean silent = !tries.isEmpty() && tries.getLast().kind() == TryKind.TIMED_OUT;
    return silent && book.isFamilySuspect(server.address())
        ? new NextTry.Enough() // a network that swallows all IPv6, say: no use in insisting
        : fallback.next(tries, insistence);
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

  private Try attempt(Question asked, QueryForm form, Server server, Budget budget)
      throws UnresolvableException {
    if (Thread.currentThread().isInterrupted()) {
      throw Attempt.interrupted();
    }
    Attempt attempt = new Attempt(queries.build(asked, form, options), budget, time);
    InetSocketAddress address = new InetSocketAddress(server.address(), server.port());
    if (form.protocol() == Protocol.UDP) {
      long timeout = Math.min(limits.udpTimeout().toNanos(), book.timeoutNanos(server.address()));
      return attempt.run(udp, address, timeout, timeout);
    }
    long timeout = limits.tcpTimeout().toNanos();
    return attempt.run(tcp, address, timeout / 2, timeout);
  }

  /** Writes down what the server did; nothing that an outsider could have brought about. */
  private void report(InetAddress address, Try done) {
    switch (done.kind()) {
      case REPLIED, TRUNCATED -> book.replied(address, roundTripNanos(done));
      case TIMED_OUT -> book.failed(address, ServerFailure.TIMED_OUT);
      case NO_ROUTE -> book.failed(address, ServerFailure.NO_ROUTE);
      case CONNECTION_BROKEN -> book.failed(address, ServerFailure.BROKE_CONNECTION);
      case EDNS_REFUSED -> {
        if (done.reply() != null) {
          book.replied(address, roundTripNanos(done));
        }
      }
      case TOO_LONG, GUESSED_AT, CUT_SHORT, UNREACHABLE, LOCAL_FAULT -> {}
    }
  }

  /** Over TCP, connecting takes one round trip, and the query another. */
  private static long roundTripNanos(Try done) {
    return done.protocol() == Protocol.TCP ? done.elapsedNanos() / 2 : done.elapsedNanos();
  }
}
