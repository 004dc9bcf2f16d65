// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Replaces the root hints by what a root server says (RFC 9609): the ordinary question {@code .
 * NS}, asked when the root is first needed and again when its TTL is over.
 *
 * <p>A failure is no harm: the hints go on serving, and the next try waits a minute.
 */
final class Priming {

  private static final Question ROOT_SERVERS = new Question(DomainName.ROOT, RRType.NS);
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

  private final RRsetCache cache;
  private final Time time;
  private final Source lookup;
  private final AtomicLong nextTryNanos;

  /**
   * A priming.
   *
   * @param lookup asks the question in the ordinary way
   */
  Priming(RRsetCache cache, Time time, Source lookup) {
    this.cache = cache;
    this.time = time;
    this.lookup = lookup;
    this.nextTryNanos = new AtomicLong(time.nanos());
  }

  /** True if the root's servers should be asked for before this question is resolved. */
  boolean isDue(Question question) {
    return !question.equals(ROOT_SERVERS)
        && time.nanos() - nextTryNanos.get() >= 0
        && cache.delegation(DomainName.ROOT, RRClass.IN).isEmpty();
  }

  /** Asks for the root's servers. */
  void prime(Context context) {
    nextTryNanos.set(time.nanos() + BETWEEN_TRIES.toNanos());
    Recorder recorder = context.recorder().child(ROOT_SERVERS);
    String result;
    try {
      Context child = context.child(context.budget().child(), recorder);
      Outcome outcome = lookup.resolve(ROOT_SERVERS, child);
      if (outcome instanceof Outcome.Positive found) {
        found.rrsets().forEach(rrset -> cache.storeDelegation(rrset, DomainName.ROOT));
      }
      result = Words.of(outcome);
    } catch (UnresolvableException e) {
      result = e.failure().sentence();
    }
    context.recorder().step(new Step.SubLookup("root priming", recorder.explanation(result)));
  }
}
