// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.CacheResult;
import dev.leafward.resolver.cache.FailureCache;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.wire.message.Question;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Decides when what has expired is served (RFC 8767): at once if the caller wants that or looking
 * it up failed a short while ago, else once that fails or takes too long.
 *
 * <p>A failure to refresh is remembered on its own, whatever its reason: it decides only between an
 * old answer now and an old answer later.
 */
final class StaleAnswers {

  private final ServeStale options;
  private final RRsetCache cache;
  private final FailureMemory failures;
  private final FailureCache failedRefreshes;
  private final BiPredicate<Question, Outcome> mayAnswer;
  private final Duration fullTime;

  /**
   * A policy.
   *
   * @param mayAnswer whether what the cache holds may answer a question
   * @param fullTime the time that a question may take where the caller names none
   */
  StaleAnswers(
      ServeStale options,
      RRsetCache cache,
      FailureMemory failures,
      FailureCache failedRefreshes,
      BiPredicate<Question, Outcome> mayAnswer,
      Duration fullTime) {
    this.options = options;
    this.cache = cache;
    this.failures = failures;
    this.failedRefreshes = failedRefreshes;
    this.mayAnswer = mayAnswer;
    this.fullTime = fullTime;
  }

  /** What has expired, but may be served if need be. */
  Optional<CacheResult> held(Question question) {
    return options.isOn()
        ? cache.findStale(question).filter(hit -> mayAnswer.test(question, hit.outcome()))
        : Optional.empty();
  }

  /** When a caller has waited long enough for something newer. */
  long impatientFrom(long openedNanos) {
    return openedNanos + options.clientTimeout().toNanos();
  }

  /**
   * What has expired and is served without a try to get something newer first.
   *
   * @param outdated takes the question if it should be looked up afterwards
   */
  Optional<Outcome> atOnce(Question question, Recorder recorder, Outdated outdated) {
    if (!options.isOn()) {
      return Optional.empty();
    }
    boolean failedLately = hasFailedLately(question);
    if (!failedLately && !options.clientTimeout().isZero()) {
      return Optional.empty();
    }
    Optional<CacheResult> held = held(question);
    if (held.isPresent() && !failedLately) {
      outdated.add(question);
    }
    String reason =
        failedLately ? "looking it up failed a short while ago" : "it is looked up afterwards";
    return held.map(result -> serve(question, result, reason, recorder));
  }

  /** Whether a try to get something newer would be made too soon. */
  boolean hasFailedLately(Question question) {
    return failures.has(question) || failedRefreshes.find(question).isPresent();
  }

  /** What has expired, as nothing newer came in time. */
  Outcome afterTimeout(Question question, CacheResult held, Recorder recorder) {
    String reason = "nothing newer within " + options.clientTimeout().toMillis() + " ms";
    return serve(question, held, reason, recorder);
  }

  /**
   * What has expired, as nothing newer can be had.
   *
   * @throws UnresolvableException if the failure is the caller's own end, or the resolver's
   */
  Outcome afterFailure(
      Question question, CacheResult held, UnresolvableException failed, Recorder recorder)
      throws UnresolvableException {
    Failure failure = failed.failure();
    if (failure instanceof Failure.Interrupted || failure instanceof Failure.Closed) {
      throw failed;
    }
    return serve(question, held, failure.sentence(), recorder);
  }

  private static Outcome serve(
      Question question, CacheResult held, String reason, Recorder recorder) {
    recorder.step(new Step.StaleHit(question, Words.of(held.outcome()), reason));
    return held.outcome();
  }

  /** Notes that a question could not be looked up anew. */
  void note(Question question, UnresolvableException failed) {
    if (isOfTheDns(failed) && held(question).isPresent()) {
      failedRefreshes.remember(question, failed.failure());
      if (options.onFailure() == ServeStale.OnFailure.AGES_ANEW) {
        cache.ageAnew(question);
      }
    }
  }

  private boolean isOfTheDns(UnresolvableException failed) {
    return switch (failed.failure()) {
      case Failure.Refused refused -> false;
      case Failure.Dropped dropped -> false;
      case Failure.Interrupted interrupted -> false;
      case Failure.Overloaded overloaded -> false;
      case Failure.Closed closed -> false;
      case Failure.DeadlineExceeded deadline -> deadline.allowed().compareTo(fullTime) >= 0;
      default -> !failed.isOfTheMoment();
    };
  }

  /** Forgets that these questions could not be looked up anew. */
  void forgetIf(Predicate<Question> fits) {
    failedRefreshes.forgetIf(fits);
  }

  /** The question was looked up anew. */
  void forget(Question question) {
    failedRefreshes.forget(question);
  }
}
