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
 * Replaces the configured servers of a zone by those that they name, as is done with the root hints
 * (RFC 9609): by the ordinary question {@code . NS}, asked when the root is first needed and again
 * when its TTL is over.
 *
 * <p>A failure is no harm: the hints go on serving, and the next try waits a minute.
 */
final class Priming {

  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

  private final Question servers;
  private final RRsetCache cache;
  private final Time time;
  private final Source lookup;
  private final AtomicLong nextTryNanos;

  /**
   * A priming.
   *
   * @param zone the zone whose servers are configured
   * @param lookup asks the question in the ordinary way
   */
  Priming(DomainName zone, RRsetCache cache, Time time, Source lookup) {
    this.servers = new Question(zone, RRType.NS);
    this.cache = cache;
    this.time = time;
    this.lookup = lookup;
    this.nextTryNanos = new AtomicLong(time.nanos());
  }

  /**
   * True if the zone's servers should be asked for before this question is resolved.
   *
   * @param floor the zone with which resolving it would begin
   */
  boolean isDue(Question question, DomainName floor) {
    return floor.equals(servers.name())
        && !question.equals(servers)
        && time.nanos() - nextTryNanos.get() >= 0
        && cache.delegation(servers.name(), RRClass.IN).isEmpty();
  }

  /** Asks for the zone's servers. */
  void prime(Context context) {
    nextTryNanos.set(time.nanos() + BETWEEN_TRIES.toNanos());
    Recorder recorder = context.recorder().child(servers);
    String result;
    try {
      Context child = context.child(context.budget().child(), recorder);
      Outcome outcome = lookup.resolve(servers, child);
      if (outcome instanceof Outcome.Positive found) {
        // Nobody's word above a configured zone bounds this, as nobody's does the root's.
        found.rrsets().forEach(rrset -> cache.storeDelegation(rrset, DomainName.ROOT));
      }
      result = Words.of(outcome);
    } catch (UnresolvableException e) {
      result = e.failure().sentence();
    }
    context.recorder().step(new Step.SubLookup(purpose(), recorder.explanation(result)));
  }

  private String purpose() {
    return servers.name().isRoot() ? "root priming" : "priming of " + servers.name();
  }
}
