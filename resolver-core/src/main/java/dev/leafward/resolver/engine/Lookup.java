// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.CacheResult;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.rdata.RRType;
import java.util.Optional;

/**
 * Finds the outcome of one question, aliases not followed: in the cache, with those who ask the
 * same just now, or at its source. What the source says is filed in the cache here and nowhere
 * else.
 */
final class Lookup {

  private final RRsetCache cache;
  private final InFlight inFlight;
  private final Router router;
  private final TtlCap ttlCap;

  Lookup(RRsetCache cache, InFlight inFlight, Router router, TtlCap ttlCap) {
    this.cache = cache;
    this.inFlight = inFlight;
    this.router = router;
    this.ttlCap = ttlCap;
  }

  /**
   * The outcome of a question.
   *
   * @param least what the cache must at least believe of the data
   * @throws UnresolvableException if it cannot be found out
   */
  Outcome find(Question question, Trust least, Context context) throws UnresolvableException {
    Optional<Outcome> held = findHere(question, least, context.recorder());
    return held.isPresent() ? held.get() : inFlight.share(question, context, this::fetch);
  }

  /**
   * The outcome of a question if local data or the cache have it.
   *
   * @throws UnresolvableException if local data have the question refused
   */
  Optional<Outcome> findHere(Question question, Trust least, Recorder recorder)
      throws UnresolvableException {
    Optional<Outcome> local = router.findLocally(question, recorder);
    if (local.isPresent()) {
      return local;
    }
    Optional<CacheResult> held = cache.find(question, least);
    held.ifPresent(hit ->
        recorder.step(new Step.CacheHit(question, Words.of(hit.outcome()), hit.ttlSeconds())));
    return held.map(CacheResult::outcome);
  }

  private Outcome fetch(Question question, Context context) throws UnresolvableException {
    Outcome outcome = ttlCap.cut(router.resolve(question, context));
    if (router.isCached(question)) {
      file(question, outcome);
    }
    return outcome;
  }

  /** Whether what the source of one question says of another may be believed. */
  boolean isOneSource(Question asked, Question other) {
    return router.speaksFor(asked, other);
  }

  private void file(Question question, Outcome outcome) {
    switch (outcome) {
      case Outcome.Positive found -> {
        // An answer to ANY may be any part of what the name has (RFC 8482): not worth keeping.
        if (!question.type().equals(RRType.ANY)) {
          found.rrsets().forEach(this::store);
        }
      }
      case Outcome.Alias alias -> {
        store(alias.cname());
        alias
            .redirection()
            .filter(Outcome.Redirection::mayBeKept)
            .ifPresent(by -> store(by.dname()));
        Question further = new Question(alias.target(), question.type(), question.rrClass());
        alias
            .then()
            .filter(then -> isOneSource(question, further))
            .ifPresent(then -> file(further, then));
      }
      case Outcome.NoData none -> none.soa().ifPresent(soa -> cache.storeNoData(question, soa));
      case Outcome.NoSuchName none ->
          none.soa().ifPresent(soa -> cache.storeNoSuchName(question, soa));
    }
  }

  private void store(RRset rrset) {
    cache.store(rrset, Trust.ANSWER);
  }
}
