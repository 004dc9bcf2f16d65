// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends one datagram and waits, for its reply or for that to an earlier datagram of the same
 * inquiry.
 *
 * <p>A conversation in which nothing has come in time stays open. It does not decide how long to
 * wait, or whom to ask.
 */
final class Datagrams {

  private final Transport udp;

  Datagrams(Transport udp) {
    this.udp = udp;
  }

  /**
   * Sends and waits.
   *
   * @param nanos how long to wait
   * @return what the attempt came to; or that it was overtaken, and what the earlier attempt came
   *     to that overtook it
   * @throws UnresolvableException if the thread was interrupted, or too much was received
   */
  List<Try> exchange(Inquiry inquiry, Attempt attempt, long nanos) throws UnresolvableException {
    inquiry.listenTo(attempt);
    Try failed = attempt.start(udp, nanos);
    if (failed != null) {
      inquiry.end(attempt);
      return List.of(failed);
    }
    return await(inquiry, attempt, attempt.deadline(nanos));
  }

  /**
   * Waits, for the reply to a datagram that was sent, or to an earlier one.
   *
   * @param deadlineNanos until when to wait
   * @return as {@link #exchange}
   * @throws UnresolvableException if the thread was interrupted, or too much was received
   */
  List<Try> await(Inquiry inquiry, Attempt attempt, long deadlineNanos)
      throws UnresolvableException {
    while (true) {
      Attempt speaker;
      try {
        speaker = speaker(inquiry, deadlineNanos);
      } catch (IOException e) {
        return List.of(settled(attempt.afterError(e), attempt, inquiry));
      }
      Try done = speaker.receive(deadlineNanos);
      if (done == null) {
        continue;
      }
      if (speaker == attempt) {
        return List.of(settled(done, attempt, inquiry));
      }
      if (settled(done, speaker, inquiry).kind().settlesInquiry()) {
        return List.of(attempt.overtaken(), done);
      }
    }
  }

  /** The attempt to which something came first. */
  private Attempt speaker(Inquiry inquiry, long deadlineNanos) throws IOException {
    List<Attempt> open = inquiry.open();
    if (open.size() == 1) {
      return open.getFirst(); // receiving waits as well, and once less
    }
    Conversation first =
        udp.awaitAny(open.stream().map(Attempt::conversation).toList(), deadlineNanos);
    return open.stream()
        .filter(each -> each.conversation().equals(first))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the transport names a stranger"));
  }

  /** Ends the conversation, unless a reply may still come. */
  private static Try settled(Try done, Attempt attempt, Inquiry inquiry) {
    if (done.kind() != TryKind.TIMED_OUT) {
      inquiry.end(attempt);
    }
    return done;
  }

  /**
   * A reply to an earlier datagram that came while nobody listened, as while waiting for TCP, or
   * comes yet; null if none does.
   *
   * @param nanos how long to wait
   * @throws UnresolvableException if the thread was interrupted, or too much was received
   */
  @Nullable Try lateReply(Inquiry inquiry, long nanos) throws UnresolvableException {
    if (inquiry.open().isEmpty()) {
      return null;
    }
    Attempt latest = inquiry.open().getLast();
    long deadlineNanos = latest.deadline(latest.elapsedNanos() + nanos);
    while (!inquiry.open().isEmpty()) {
      try {
        Attempt speaker = speaker(inquiry, deadlineNanos);
        Try done = speaker.receive(deadlineNanos);
        if (done == null) {
          continue;
        }
        if (done.kind() == TryKind.TIMED_OUT || done.kind() == TryKind.CUT_SHORT) {
          return null;
        }
        if (settled(done, speaker, inquiry).kind() == TryKind.REPLIED) {
          return done;
        }
      } catch (IOException e) {
        latest.afterError(e); // throws if it is an interrupt; otherwise nothing came
        return null;
      }
    }
    return null;
  }
}
