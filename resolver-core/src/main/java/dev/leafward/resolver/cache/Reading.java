// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.resolver.cache.CacheResult.Freshness;
import dev.leafward.resolver.config.ShownTtl;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at what is known about a question, at one moment. */
final class Reading {
  /** Types that may stand beside a CNAME, or are it (RFC 2181 section 10.1, RFC 4034 section 3). */
  private static final Set<RRType> BESIDE_CNAME =
      Set.of(RRType.CNAME, RRType.RRSIG, RRType.NSEC, RRType.KEY);

  private final EntryStore entries;
  private final Question question;
  private final RRClass rrClass;
  private final Moment moment;

  /**
   * When, and what still counts then.
   *
   * @param nanos now
   * @param graceNanos how long ago an entry may have expired
   * @param staleTtlSeconds the TTL of those that have
   * @param shown which TTL is given to records
   */
  record Moment(long nanos, long graceNanos, long staleTtlSeconds, ShownTtl shown) {

    boolean counts(byte[] packed) {
      return PackedEntry.expires(packed) - nanos > -graceNanos;
    }

    boolean holds(byte[] packed) {
      return PackedEntry.secondsLeft(packed, nanos) > 0;
    }

    /** The TTL of the records in the answer. */
    long shownTtl(byte[] packed) {
      return shown == ShownTtl.ORIGINAL ? PackedEntry.originalTtl(packed) : ttl(packed);
    }

    /** How long the entry may count. */
    long ttl(byte[] packed) {
      long left = PackedEntry.secondsLeft(packed, nanos);
      return left > 0 ? left : Math.min(staleTtlSeconds, PackedEntry.originalTtl(packed));
    }

    Freshness freshness(byte[] packed) {
      long left = PackedEntry.secondsLeft(packed, nanos);
      if (left == 0) {
        return Freshness.STALE;
      }
      return left * 10 <= PackedEntry.originalTtl(packed) ? Freshness.LAST_TENTH : Freshness.FRESH;
    }
  }

  Reading(EntryStore entries, Question question, Moment moment) {
    this.entries = entries;
    this.question = question;
    this.rrClass = question.rrClass();
    this.moment = moment;
  }

  /**
   * The RRset; else the alias; else the denial.
   *
   * @param dnames whether to look for a DNAME above the name
   * @param denials whether to look for the denial of a name above it
   */
  Optional<CacheResult> find(Trust least, boolean dnames, boolean denials) {
    RRType type = question.type();
    CacheEntry key = entries.key(question.name(), Slots.of(type, rrClass));
    byte[] exact = at(key);
    if (exact != null && isData(exact, least)) {
      return Optional.of(found(exact));
    }
    if (!BESIDE_CNAME.contains(type)) {
      byte[] cname = at(key.keyAt(Slots.of(RRType.CNAME, rrClass)));
      if (cname != null && isData(cname, Trust.ANSWER)) {
        return Optional.of(alias(cname));
      }
      Optional<CacheResult> redirected = dnames ? redirection() : Optional.empty();
      if (redirected.isPresent()) {
        return redirected;
      }
    }
    if (exact != null && PackedEntry.isDenial(exact)) {
      return Optional.of(result(new Outcome.NoData(Optional.of(soa(exact))), exact));
    }
    byte[] noSuchName = at(key.keyAt(Slots.noSuchName(rrClass)));
    if (noSuchName != null) {
      return Optional.of(noSuchName(noSuchName, Optional.empty()));
    }
    return denials ? denialAbove() : Optional.empty();
  }

  private byte @Nullable [] at(CacheEntry key) {
    byte[] packed = entries.read(key);
    return packed != null && moment.counts(packed) ? packed : null;
  }

  private static boolean isData(byte[] packed, Trust least) {
    return !PackedEntry.isDenial(packed) && PackedEntry.trust(packed).compareTo(least) >= 0;
  }

  private CacheResult found(byte[] packed) {
    RRset rrset = rrset(packed, question.name(), question.type());
    return result(new Outcome.Positive(List.of(rrset)), packed);
  }

  private CacheResult alias(byte[] packed) {
    RRset cname = rrset(packed, question.name(), RRType.CNAME);
    DomainName target = cname.as(CNAME.class).getFirst().target();
    return result(new Outcome.Alias(cname, target), packed);
  }

  /** What the closest DNAME above the name makes of it; it says nothing of its own name. */
  private Optional<CacheResult> redirection() {
    DomainName name = question.name();
    for (int labels = name.labelCount() - 1; labels >= 0; labels--) {
      DomainName owner = name.suffix(labels);
      byte[] packed = at(entries.key(owner, Slots.of(RRType.DNAME, rrClass)));
      if (packed != null && isData(packed, Trust.ANSWER)) {
        RRset dname = rrset(packed, owner, RRType.DNAME);
        DomainName into = dname.as(DNAME.class).getFirst().target();
        // A name that gets too long is the zone's to answer: no alias can be made of it.
        return name.replaceSuffix(owner, into)
            .map(target -> result(synthesised(target, dname), packed));
      }
    }
    return Optional.empty();
  }

  /**
   * The denial of the closest name above that does not exist (RFC 8020). Once it has expired it
   * says nothing of names that nobody has asked for.
   */
  private Optional<CacheResult> denialAbove() {
    for (int labels = question.name().labelCount() - 1; labels > 0; labels--) {
      DomainName above = question.name().suffix(labels);
      byte[] packed = at(entries.key(above, Slots.noSuchName(rrClass)));
      if (packed != null && PackedEntry.isSubtreeDenial(packed) && moment.holds(packed)) {
        return Optional.of(noSuchName(packed, Optional.of(above)));
      }
    }
    return Optional.empty();
  }

  private CacheResult noSuchName(byte[] packed, Optional<DomainName> top) {
    return result(new Outcome.NoSuchName(Optional.of(soa(packed)), top), packed);
  }

  private Outcome.Alias synthesised(DomainName target, RRset dname) {
    List<CNAME> data = List.of(new CNAME(target));
    RRset cname = RRset.of(question.name(), rrClass, dname.ttl(), data, List.of());
    Outcome.Redirection by = new Outcome.Redirection(dname, true);
    return new Outcome.Alias(cname, target, Optional.of(by), Optional.empty());
  }

  private RRset rrset(byte[] packed, DomainName name, RRType type) {
    return Unpacking.rrset(packed, name, type, rrClass, moment.shownTtl(packed));
  }

  private RRset soa(byte[] packed) {
    return Unpacking.soa(packed, question.name(), rrClass, moment.shownTtl(packed));
  }

  private CacheResult result(Outcome outcome, byte[] packed) {
    return new CacheResult(
        outcome, PackedEntry.trust(packed), moment.ttl(packed), moment.freshness(packed));
  }
}
