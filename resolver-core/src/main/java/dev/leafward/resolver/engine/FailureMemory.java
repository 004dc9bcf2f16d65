// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.FailureCache;
import dev.leafward.resolver.cache.FailureCache.Remembered;
import dev.leafward.wire.message.Question;
import java.time.Duration;

/**
 * Decides which failures are worth remembering, so that they are not repeated at once (RFC 9520).
 *
 * <p>Those are failures of the DNS: no server of a zone is of use, names lead in a circle or are
 * too long. That a bound was reached or a question needed itself depends on what else was done in
 * the same name, so it is remembered of a question only for which the whole of a caller's means was
 * spent; that the time was up, only if it was all the time that the resolver gives. Failures of the
 * caller (its deadline, its interruption) and of this machine are never remembered.
 */
final class FailureMemory {

  private final FailureCache cache;
  private final Duration fullTime;

  /**
   * A memory.
   *
   * @param fullTime the time that a question may take where the caller names none
   */
  FailureMemory(FailureCache cache, Duration fullTime) {
    this.cache = cache;
    this.fullTime = fullTime;
  }

  /** How much of a caller's means a lookup had. */
  enum Effort {
    /** All of it, and nothing else depended on it. */
    WHOLE,
    /** What others had left, or in the way of others. */
    PART
  }

  /** True if the question failed a short while ago. */
  boolean has(Question question) {
    return cache.find(question).isPresent();
  }

  /**
   * Fails at once if the question failed a short while ago.
   *
   * @param recorder hears of it
   * @throws UnresolvableException the same failure
   */
  void check(Question question, Recorder recorder) throws UnresolvableException {
    Remembered known = cache.find(question).orElse(null);
    if (known != null) {
      Failure failure = known.failure();
      recorder.step(new Step.FailureHit(question, failure.sentence(), known.secondsLeft()));
      throw UnresolvableException.ofTheMoment(failure);
    }
  }

  /** Remembers that a question could not be answered, if that is worth it. */
  void note(Question question, UnresolvableException failed, Effort effort) {
    if (!failed.isOfTheMoment() && isWorthIt(failed.failure(), effort)) {
      cache.remember(question, failed.failure());
    }
  }

  private boolean isWorthIt(Failure failure, Effort effort) {
    return switch (failure) {
      case Failure.NoUsableServer none -> true;
      case Failure.NameTooLong name -> true;
      case Failure.AliasLoop loop -> true;
      case Failure.LimitReached limit -> effort == Effort.WHOLE;
      case Failure.DependencyLoop loop -> effort == Effort.WHOLE;
      case Failure.DeadlineExceeded deadline ->
          effort == Effort.WHOLE && deadline.allowed().compareTo(fullTime) >= 0;
      case Failure.Refused refused -> false;
      case Failure.Dropped dropped -> false;
      case Failure.Interrupted interrupted -> false;
      case Failure.Overloaded overloaded -> false;
      case Failure.Closed closed -> false;
    };
  }

  /** A caller had its answer, perhaps an old one from the cache. */
  void endSeries(Question question) {
    cache.endSeries(question);
  }

  /** The question was looked up with success. */
  void forget(Question question) {
    cache.forget(question);
  }
}
