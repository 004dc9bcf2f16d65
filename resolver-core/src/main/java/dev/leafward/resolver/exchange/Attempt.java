// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.StaleConnectionException;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One query that is sent once, to one server, and the conversation in which its reply is awaited.
 *
 * <p>Whatever does not fit is skipped, and waited on: nobody can end the wait early, or change what
 * comes of it, by a message that is not the reply (RFC 5452 section 9.1). Only a wrong ID over UDP
 * ends it, where that is wanted, in favour of TCP, where guessing is hopeless. Used by one thread.
 */
final class Attempt implements AutoCloseable {

  private final Query query;
  private final Server server;
  private final Budget budget;
  private final Time time;
  private final WrongIds wrongIds;
  private final long startNanos;
  private long sentNanos;
  private @Nullable Conversation conversation;
  private @Nullable Message bareError;
  private @Nullable String misfit;

  /** What becomes of a datagram with a wrong ID. Never is it the reply. */
  enum WrongIds {
    /** It is skipped, as anything else that does not fit. */
    SKIPPED,
    /** It ends the attempt, in favour of TCP. */
    SUSPECTED
  }

  Attempt(Query query, Server server, Budget budget, Time time, WrongIds wrongIds) {
    this.query = query;
    this.server = server;
    this.budget = budget;
    this.time = time;
    this.wrongIds = wrongIds;
    this.startNanos = time.nanos();
    this.sentNanos = startNanos;
  }

  Server server() {
    return server;
  }

  /**
   * Opens the conversation and sends the query.
   *
   * @param nanos how long opening may take
   * @return what it came to, if it could not be sent
   * @throws UnresolvableException if the thread was interrupted
   */
  @Nullable Try start(Transport transport, long nanos) throws UnresolvableException {
    try {
      conversation = transport.open(server.socketAddress(), deadline(nanos));
      conversation.send(query.octets());
      sentNanos = isUdp() ? startNanos : time.nanos(); // a new connection takes a round trip more
      return null;
    } catch (IOException e) {
      return afterError(e);
    }
  }

  /** The instant so many nanoseconds after the start, but not after the budget's deadline. */
  long deadline(long nanos) {
    return startNanos + Math.min(nanos, budget.workDeadlineNanos() - startNanos);
  }

  /** The open conversation. */
  Conversation conversation() {
    if (conversation == null) {
      throw new IllegalStateException("nothing was sent yet");
    }
    return conversation;
  }

  /** How long ago it began. */
  long elapsedNanos() {
    return time.nanos() - startNanos;
  }

  /**
   * Takes in one message.
   *
   * @return what it came to; null if the wait goes on
   * @throws UnresolvableException if the thread was interrupted, or too much was received
   */
  @Nullable Try receive(long deadlineNanos) throws UnresolvableException {
    byte[] octets;
    try {
      octets = conversation().receive(deadlineNanos);
    } catch (IOException e) {
      return afterError(e);
    }
    budget.spendReceived(octets.length);
    return consider(octets);
  }

  /** What a message ends the wait with; null if it goes on. */
  private @Nullable Try consider(byte[] octets) {
    return switch (ReplyMatcher.match(octets, query)) {
      case Match.Fits(Message reply, boolean sameCase) ->
          afterReply(reply, sameCase, octets.length);
      case Match.OtherCase(Message reply) ->
          ended(TryKind.CASE_CHANGED, octets.length, "in another case", reply);
      case Match.WithoutCookie(Message reply) ->
          ended(TryKind.COOKIE_MISSING, octets.length, "without a cookie", reply);
      case Match.TooLong() ->
          ended(TryKind.TOO_LONG, octets.length, "more than was asked for", null);
      case Match.Bare(Message reply) -> afterBareError(reply, octets.length);
      case Match.WrongId() -> afterWrongId();
      case Match.Misfit(String reason) -> skip(reason);
    };
  }

  private Try afterReply(Message reply, boolean sameCase, int octets) {
    if (reply.header().isTruncated()) {
      return ended(TryKind.TRUNCATED, octets, "truncated", reply);
    }
    if (reply.rcode().equals(Rcode.BADCOOKIE) && isUdp() && query.cookie() != null) {
      return ended(TryKind.COOKIE_WANTED, octets, "wants a cookie", reply);
    }
    return query.form().edns() && refusesEdns(reply.rcode())
        ? ended(TryKind.EDNS_REFUSED, octets, reply.rcode() + " to EDNS", reply)
        : ended(TryKind.REPLIED, octets, "replied", sameCase, reply);
  }

  private static boolean refusesEdns(Rcode rcode) {
    return rcode.equals(Rcode.FORMERR) || rcode.equals(Rcode.NOTIMP) || rcode.equals(Rcode.BADVERS);
  }

  /** Over UDP it counts only if nothing better comes: it does not show that it saw the question. */
  private @Nullable Try afterBareError(Message reply, int octets) {
    if (!query.form().edns()) {
      return skip(reply.rcode() + " without the question");
    }
    if (isUdp()) {
      bareError = reply;
      return null;
    }
    return ended(TryKind.EDNS_REFUSED, octets, reply.rcode() + " to EDNS", reply);
  }

  /** Nobody but a guesser sends a wrong ID to a port that was opened for this one exchange. */
  private @Nullable Try afterWrongId() {
    return isUdp() && wrongIds == WrongIds.SUSPECTED
        ? ended(TryKind.GUESSED_AT, 0, "wrong message IDs", null)
        : skip("with a wrong ID");
  }

  private @Nullable Try skip(String reason) {
    misfit = reason;
    return null;
  }

  /**
   * What it comes to that nothing fitting came.
   *
   * @throws UnresolvableException if the thread was interrupted
   */
  Try silence() throws UnresolvableException {
    checkInterrupt();
    if (bareError != null) {
      return ended(TryKind.EDNS_REFUSED, 0, bareError.rcode() + " to EDNS", null);
    }
    String what = misfit == null ? "timed out" : "timed out, having ignored a message " + misfit;
    return ended(budget.isExpired() ? TryKind.CUT_SHORT : TryKind.TIMED_OUT, 0, what, null);
  }

  /** What it comes to for now that another server, asked before, was quicker. */
  Try overtaken() {
    return ended(TryKind.OVERTAKEN, 0, "had not replied yet", null);
  }

  /**
   * What an error comes to.
   *
   * @throws UnresolvableException if the thread was interrupted
   */
  Try afterError(IOException e) throws UnresolvableException {
    if (e instanceof SocketTimeoutException) {
      return silence();
    }
    if (e instanceof InterruptedIOException || e instanceof ClosedByInterruptException) {
      throw interrupted();
    }
    checkInterrupt();
    return switch (e) {
      case NoRouteToHostException noRoute -> ended(TryKind.NO_ROUTE, 0, "no route", null);
      case PortUnreachableException closed ->
          ended(TryKind.UNREACHABLE, 0, "port unreachable", null);
      case ConnectException refused ->
          ended(TryKind.CONNECTION_BROKEN, 0, "connection refused", null);
      case StaleConnectionException kept ->
          ended(TryKind.CONNECTION_STALE, 0, "kept connection closed", null);
      case EOFException end ->
          ended(TryKind.CONNECTION_BROKEN, 0, "connection closed without a reply", null);
      default ->
          ended(
              isUdp() || conversation == null ? TryKind.LOCAL_FAULT : TryKind.CONNECTION_BROKEN,
              0,
              "network error: " + e.getMessage(),
              null);
    };
  }

  static void checkInterrupt() throws UnresolvableException {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private static UnresolvableException interrupted() {
    Thread.currentThread().interrupt();
    return new UnresolvableException(new Failure.Interrupted());
  }

  private boolean isUdp() {
    return query.form().protocol() == Protocol.UDP;
  }

  private Try ended(TryKind kind, int octets, String what, @Nullable Message reply) {
    return ended(kind, octets, what, kind != TryKind.CASE_CHANGED, reply);
  }

  private Try ended(
      TryKind kind, int octets, String what, boolean sameCase, @Nullable Message reply) {
    long now = time.nanos();
    return new Try(
        server,
        query.form(),
        kind,
        now - startNanos,
        now - sentNanos,
        octets,
        what,
        sameCase,
        reply);
  }

  @Override
  public void close() {
    if (conversation != null) {
      conversation.close();
    }
  }
}
