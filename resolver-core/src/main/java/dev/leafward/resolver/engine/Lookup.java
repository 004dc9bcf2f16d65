// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.CacheResult;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.config.DenialReach;
import dev.leafward.resolver.config.Prefetch;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outcome of one question, aliases not followed: in the cache, with those who ask the
 * same just now, or at its source. What the source says is filed in the cache here and nowhere
 * else, and what it fails to say is remembered here.
 */
final class Lookup {

  private final RRsetCache cache;
  private final InFlight inFlight;
  private final Router router;
  private final TtlCap ttlCap;
  private final FailureMemory failures;
  private final StaleAnswers stale;
  private final Prefetch prefetch;
  private final DenialReach denialReach;

  Lookup(
      RRsetCache cache,
      InFlight inFlight,
      Router router,
      TtlCap ttlCap,
      FailureMemory failures,
      StaleAnswers stale,
      Prefetch prefetch,
      DenialReach denialReach) {
    this.cache = cache;
    this.inFlight = inFlight;
    this.router = router;
    this.ttlCap = ttlCap;
    this.failures = failures;
    this.stale = stale;
    this.prefetch = prefetch;
    this.denialReach = denialReach;
  }

  /**
   * The outcome of a question, believed as far as the context asks.
   *
   * @throws UnresolvableException if it cannot be found out
   */
  Outcome find(Question question, Context context) throws UnresolvableException {
    Optional<Outcome> known = findHere(question, context);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<CacheResult> expired =
        context.outdated() == null ? Optional.empty() : stale.held(question);
    if (expired.isPresent()) {
      return newer(question, expired.get(), context);
    }
    failures.check(question, context.recorder());
    return inFlight.share(question, context, this::fetch);
  }

  /** Something newer than what has expired, if it comes in time. */
  private Outcome newer(Question question, CacheResult expired, Context context)
      throws UnresolvableException {
    long until = stale.impatientFrom(context.budget().openedNanos());
    try {
      return inFlight
          .shareUntil(until, question, context, this::fetch)
          .orElseGet(() -> stale.afterTimeout(question, expired, context.recorder()));
    } catch (UnresolvableException e) {
      return stale.afterFailure(question, expired, e, context.recorder());
    }
  }

  /**
   * The outcome of a question if local data or the cache have it, and it need not be looked up
   * first.
   *
   * @throws UnresolvableException if local data have the question refused
   */
  private Optional<Outcome> findHere(Question question, Context context)
      throws UnresolvableException {
    return findHere(question, context.least(), context.recorder(), context.outdated());
  }

  /**
   * The same.
   *
   * @param outdated takes the question if it should be looked up afterwards; null if only what
   *     holds is good enough
   * @throws UnresolvableException if local data have the question refused
   */
  Optional<Outcome> findHere(
      Question question, Trust least, Recorder recorder, @Nullable Outdated outdated)
      throws UnresolvableException {
    Optional<Outcome> local = router.findLocally(question, recorder);
    if (local.isPresent()) {
      return local;
    }
    Optional<CacheResult> held = findLive(question, least, recorder);
    if (outdated == null) {
      return held.map(CacheResult::outcome);
    }
    if (held.isEmpty()) {
      return stale.atOnce(question, recorder, outdated);
    }
    if (prefetch == Prefetch.LAST_TENTH
        && held.get().freshness() == CacheResult.Freshness.LAST_TENTH
        && !stale.hasFailedLately(question)) {
      outdated.add(question);
    }
    return Optional.of(held.get().outcome());
  }

  private Optional<CacheResult> findLive(Question question, Trust least, Recorder recorder) {
    Optional<CacheResult> held =
        cache.find(question, least).filter(hit -> router.mayAnswer(question, hit.outcome()));
    held.ifPresent(hit ->
        recorder.step(new Step.CacheHit(question, Words.of(hit.outcome()), hit.ttlSeconds())));
    return held;
  }

  private Outcome fetch(Question question, Context context) throws UnresolvableException {
    // Between the look into the cache and this flight another one may have landed.
    Optional<CacheResult> meanwhile = findLive(question, context.least(), context.recorder());
    if (meanwhile.isPresent()) {
      return meanwhile.get().outcome();
    }
    failures.check(question, context.recorder());
    return fetchAnew(question, context);
  }

  /** Looks a question up though the cache has an outcome, unless that is new. */
  Outcome refresh(Question question, Context context) throws UnresolvableException {
    Optional<CacheResult> held = cache.find(question, Trust.ANSWER);
    return held.isPresent() && held.get().freshness() == CacheResult.Freshness.FRESH
        ? held.get().outcome()
        : fetchAnew(question, context);
  }

  private Outcome fetchAnew(Question question, Context context) throws UnresolvableException {
    FailureMemory.Effort effort = context.effort();
    try {
      Outcome outcome = ttlCap.cut(router.resolve(question, context));
      if (router.isCached(question) && !outcome.isHearsay()) {
        file(question, outcome);
      }
      failures.forget(question);
      stale.forget(question);
      return outcome;
    } catch (UnresolvableException e) {
      failures.note(question, e, effort);
      stale.note(question, e);
      throw e;
    }
  }

  /** Whether what the source of one question says of another may be believed. */
  boolean isOneSource(Question asked, Question other) {
    return router.speaksFor(asked, other);
  }

  private void file(Question question, Outcome outcome) {
    switch (outcome) {
      case Outcome.Positive found -> {
        // An answer to ANY may be any part of what the name has (RFC 8482): not worth keeping.
        found.rrsets().stream()
            .filter(rrset -> rrset.type().equals(question.type()))
            .forEach(rrset -> cache.store(rrset, found.trust()));
      }
      case Outcome.Alias alias -> {
        Optional<RRset> dname =
            alias
                .redirection()
                .filter(Outcome.Redirection::mayBeKept)
                .map(Outcome.Redirection::dname);
        if (dname.isPresent() || router.speaksForName(question)) {
          store(dname.orElse(alias.cname()));
        }
        Question further = new Question(alias.target(), question.type(), question.rrClass());
        alias
            .then()
            .filter(then -> isOneSource(question, further))
            .ifPresent(then -> file(further, then));
      }
      case Outcome.NoData none -> none.soa().ifPresent(soa -> cache.storeNoData(question, soa));
      case Outcome.NoSuchName none ->
          none.soa()
              .filter(soa -> router.speaksForName(question))
              .ifPresent(soa -> file(question, none, soa));
    }
  }

  private void file(Question question, Outcome.NoSuchName none, RRset soa) {
    if (denialReach == DenialReach.SUBTREE && none.top().isPresent()) {
      cache.storeNothingAtOrBelow(
          new Question(none.top().get(), question.type(), question.rrClass()), soa);
    } else {
      cache.storeNoSuchName(question, soa);
    }
  }

  private void store(RRset rrset) {
    cache.store(rrset, Trust.ANSWER);
  }
}
