// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.SOA;

/**
 * Decides how much of a question the servers of a zone get to see (RFC 9156).
 *
 * <p>They are asked for addresses of the name one label below the deepest name where they are known
 * to have no zone cut. What they say there, if it is no referral, is remembered in the cache, so
 * that an empty non-terminal is asked about once for all names below it.
 *
 * <p>Nothing is shortened where no cut can be hidden: directly below a known cut stands only the
 * name itself. It asks nobody and judges no reply.
 */
final class QnameMinimiser {

  private final QnameMinimisation mode;
  private final RRsetCache cache;

  QnameMinimiser(QnameMinimisation mode, RRsetCache cache) {
    this.mode = mode;
    this.cache = cache;
  }

  QnameMinimisation mode() {
    return mode;
  }

  /** Whether it is remembered that a zone's servers have no cut at a name. */
  boolean isKnownUncut(DomainName name, DomainName zone) {
    return cache.isUncut(name, zone);
  }

  /**
   * Remembers what a zone's servers said at a name: they have no cut there, as long as it holds.
   */
  void remember(DomainName name, DomainName zone, Outcome said) {
    switch (said) {
      case Outcome.Positive found -> cache.storeUncut(name, zone, found.rrsets().getFirst().ttl());
      case Outcome.Alias alias -> cache.storeUncut(name, zone, alias.cname().ttl());
      case Outcome.NoData none -> none.soa().ifPresent(soa -> remember(name, zone, soa));
      case Outcome.NoSuchName none -> none.soa().ifPresent(soa -> remember(name, zone, soa));
    }
  }

  private void remember(DomainName name, DomainName zone, RRset soa) {
    cache.storeUncut(name, zone, Math.min(soa.ttl(), soa.as(SOA.class).getFirst().minimum()));
  }

  /** How a question is shown to servers, from its first step on. */
  Disclosure disclose(Question question) {
    return new Disclosure(this, question);
  }

  /**
   * True if a shortened question's outcome ends the full one, too. The servers of the root and of
   * the zones directly below it are believed when they deny a name: they are run with care, and are
   * not to see more of a name than their share.
   */
  boolean endsTheQuestion(Outcome outcome, DomainName zone) {
    return outcome instanceof Outcome.NoSuchName
        && (mode == QnameMinimisation.STRICT || zone.labelCount() <= 1);
  }
}
