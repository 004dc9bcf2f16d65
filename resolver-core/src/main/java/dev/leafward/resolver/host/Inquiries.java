// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.message.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the questions of one lookup to the resolver, alone or side by side.
 *
 * <p>Where the lookup has a deadline, it holds for all of its questions together; else each has the
 * resolver's own.
 */
final class Inquiries {

  private final Resolver resolver;
  private final Time time;
  private final @Nullable Duration allowed;
  private final long begun;

  /** Questions within the time that is allowed, or within the resolver's own deadline each. */
  Inquiries(Resolver resolver, Time time, @Nullable Duration allowed) {
    this.resolver = resolver;
    this.time = time;
    this.allowed = allowed;
    this.begun = time.nanos();
  }

  /** Asks and waits. */
  Reply ask(Question question) {
    try {
      return new Reply.Answered(
          allowed == null
              ? resolver.resolve(question)
              : resolver.resolve(question, left(question, allowed)));
    } catch (ResolutionException e) {
      return new Reply.Failed(e);
    }
  }

  /** Asks several questions, each when the one before has its reply. */
  List<Reply> askInTurn(List<Question> questions) {
    return questions.stream().map(this::ask).toList();
  }

  /** Asks several questions at once: the last one in this thread, as that has to wait anyway. */
  List<Reply> askSideBySide(List<Question> questions) {
    List<CompletableFuture<Answer>> begunOnes = new ArrayList<>();
    try {
      for (Question question : questions.subList(0, questions.size() - 1)) {
        begunOnes.add(begin(question));
      }
      Reply last = ask(questions.getLast());
      List<Reply> replies = new ArrayList<>();
      for (int i = 0; i < begunOnes.size(); i++) {
        replies.add(await(questions.get(i), begunOnes.get(i)));
      }
      replies.add(last);
      return replies;
    } finally {
      begunOnes.forEach(each -> each.cancel(true));
    }
  }

  private CompletableFuture<Answer> begin(Question question) {
    try {
      return allowed == null
          ? resolver.resolveAsync(question)
          : resolver.resolveAsync(question, left(question, allowed));
    } catch (ResolutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The resolver ends the wait by its deadline; there is no other to set beside it. */
  private Reply await(Question question, CompletableFuture<Answer> answer) {
    try {
      return new Reply.Answered(Background.await(time, answer));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ResolutionException failure) {
        return new Reply.Failed(failure);
      }
      throw new IllegalStateException("the resolver failed otherwise than it may", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Failed(
          ResolutionException.withoutSteps(question, new Failure.Interrupted()));
    }
  }

  /** The time that is left; none at all is the failure that it would come to. */
  private Duration left(Question question, Duration whole) throws ResolutionException {
    Duration left = whole.minusNanos(time.nanos() - begun);
    if (left.isNegative() || left.isZero()) {
      throw ResolutionException.withoutSteps(
          question, new Failure.DeadlineExceeded(whole, List.of()));
    }
    return left;
  }
}
