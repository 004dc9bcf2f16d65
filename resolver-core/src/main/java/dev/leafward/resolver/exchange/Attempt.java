// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one query once, and waits for its reply.
 *
 * <p>Whatever does not fit is skipped, and waited on: nobody can end the wait early, or change what
 * comes of it, by a message that is not the reply (RFC 5452 section 9.1). Only a wrong ID over UDP
 * ends it, in favour of TCP, where guessing is hopeless. Used once, by one thread.
 */
final class Attempt {

  private final Query query;
  private final Budget budget;
  private final Time time;
  private final long startNanos;
  private @Nullable Message bareError;
  private @Nullable String misfit;

  Attempt(Query query, Budget budget, Time time) {
    this.query = query;
    this.budget = budget;
    this.time = time;
    this.startNanos = time.nanos();
  }

  /**
   * Sends the query, and waits.
   *
   * @param openNanos how long opening the conversation may take
   * @param nanos how long all may take
   * @throws UnresolvableException if the thread was interrupted, or too much was received
   */
  Try run(Transport transport, InetSocketAddress server, long openNanos, long nanos)
      throws UnresolvableException {
    try (Conversation conversation = transport.open(server, deadline(openNanos))) {
      conversation.send(query.octets());
      return awaitReply(conversation, deadline(nanos));
    } catch (SocketTimeoutException e) {
      return afterSilence();
    } catch (IOException e) {
      return afterError(e);
    }
  }

  private long deadline(long nanos) {
    return startNanos + Math.min(nanos, budget.workDeadlineNanos() - startNanos);
  }

  private Try awaitReply(Conversation conversation, long deadlineNanos)
      throws IOException, UnresolvableException {
    while (true) {
      byte[] octets = conversation.receive(deadlineNanos);
      budget.spendReceived(octets.length);
      Try done = consider(octets);
      if (done != null) {
        return done;
      }
    }
  }

  /** What a message ends the wait with; null if it goes on. */
  private @Nullable Try consider(byte[] octets) {
    return switch (ReplyMatcher.match(octets, query)) {
      case Match.Fits(Message reply) -> afterReply(reply, octets.length);
      case Match.TooLong() ->
          ended(TryKind.TOO_LONG, octets.length, "more than was asked for", null);
      case Match.Bare(Message reply) -> afterBareError(reply, octets.length);
      case Match.WrongId() -> afterWrongId();
      case Match.Misfit(String reason) -> skip(reason);
    };
  }

  private Try afterReply(Message reply, int octets) {
    if (reply.header().isTruncated()) {
      return ended(TryKind.TRUNCATED, octets, "truncated", reply);
    }
    return query.form().edns() && refusesEdns(reply.rcode())
        ? ended(TryKind.EDNS_REFUSED, octets, reply.rcode() + " to EDNS", reply)
        : ended(TryKind.REPLIED, octets, "replied", reply);
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
    return ended(TryKind.EDNS_REFUSED, octets, reply.rcode() + " to EDNS", null);
  }

  /** Nobody but a guesser sends a wrong ID to a port that was opened for this one exchange. */
  private @Nullable Try afterWrongId() {
    return isUdp()
        ? ended(TryKind.GUESSED_AT, 0, "wrong message IDs", null)
        : skip("with a wrong ID");
  }

  private @Nullable Try skip(String reason) {
    misfit = reason;
    return null;
  }

  private Try afterSilence() throws UnresolvableException {
    checkInterrupt();
    if (bareError != null) {
      return ended(TryKind.EDNS_REFUSED, 0, bareError.rcode() + " to EDNS", null);
    }
    String what = misfit == null ? "timed out" : "timed out, having ignored a message " + misfit;
    return ended(budget.isExpired() ? TryKind.CUT_SHORT : TryKind.TIMED_OUT, 0, what, null);
  }

  private Try afterError(IOException e) throws UnresolvableException {
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
      case EOFException end ->
          ended(TryKind.CONNECTION_BROKEN, 0, "connection closed without a reply", null);
      default ->
          ended(
              isUdp() ? TryKind.LOCAL_FAULT : TryKind.CONNECTION_BROKEN,
              0,
              "network error: " + e.getMessage(),
              null);
    };
  }

  private static void checkInterrupt() throws UnresolvableException {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  static UnresolvableException interrupted() {
    Thread.currentThread().interrupt();
    return new UnresolvableException(new Failure.Interrupted());
  }

  private boolean isUdp() {
    return query.form().protocol() == Protocol.UDP;
  }

  private Try ended(TryKind kind, int octets, String what, @Nullable Message reply) {
    return new Try(query.form(), kind, time.nanos() - startNanos, octets, what, reply);
  }
}
