// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import com.google.common.primitives.Bytes;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.cache.PackedEntry.Content;
import dev.leafward.resolver.cache.PackedEntry.Life;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.ShownTtl;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what is known about names until it expires.
 *
 * <p>RRsets are ranked by trust (RFC 2181 section 5.4.1): what is believed less never takes the
 * place of what is believed more and still holds. Denials hold for the lesser of the SOA's TTL and
 * its MINIMUM field (RFC 2308 section 5), everything within the bounds of {@link TtlPolicy}.
 * Delegations have a place of their own, where only the parent's word goes: a zone that its parent
 * has revoked cannot keep itself alive by what it says (ghost domains, CVE-2012-1033). What has
 * expired can be had by {@link #findStale} alone, and only as the options allow (RFC 8767).
 *
 * <p>Invariants: {@link #octets()} is never above {@link ResolverLimits#cacheOctets()}; TTLs count
 * down by the monotonic clock in whole seconds, the last one counted while it runs; reading takes
 * no lock. All methods may be called from several threads.
 *
 * <p>It does not judge what may be believed, does not follow aliases, and does not answer from NSEC
 * ranges (RFC 8198).
 */
public final class RRsetCache {
  private final TtlPolicy ttls;
  private final Time time;
  private final KeyedHash names;
  private final EntryStore entries;
  private final RRsetPacking packing;
  private final long staleNanos;
  private final long staleTtlSeconds;
  private final ShownTtl shownTtl;

  /** Whether any DNAME was ever stored: most resolvers need never look for one. */
  private volatile boolean knowsDnames;

  /** Whether any denial was ever stored that counts for names below. */
  private volatile boolean knowsSubtreeDenials;

  /**
   * Makes an empty cache.
   *
   * @param limits how much it holds, and for how long at most
   * @param options for how long, and what becomes of it then
   * @param time its clock; only the monotonic one is asked
   * @param random where the key comes from under which names are hashed
   */
  public RRsetCache(
      ResolverLimits limits, CacheOptions options, Time time, RandomGenerator random) {
    this.names = KeyedHash.keyed(random);
    this.ttls = new TtlPolicy(limits, options);
    this.time = time;
    this.staleNanos = options.serveStale().maxAge().toNanos();
    this.staleTtlSeconds = options.serveStale().answerTtl().toSeconds();
    this.shownTtl = options.shownTtl();
    this.entries = new EntryStore(limits.cacheOctets(), names, staleNanos);
    this.packing = new RRsetPacking(limits.recordsPerRRset(), limits.octetsPerRRset());
  }

  /**
   * What is known about a question: the RRset itself; else the CNAME at the name or what a DNAME
   * above it makes of it (RFC 6672), for types that an alias answers; else that there is none; else
   * that the name, or a name above it of which that was stored, does not exist.
   *
   * <p>Names come back in the question's case, TTLs counted down to now, if they are to be shown
   * so.
   *
   * @param least how far the RRset has to be believed; aliases and denials are always {@link
   *     Trust#ANSWER}
   * @return empty if nothing is known, and always for ANY and other meta types: part of what a name
   *     has is no answer
   */
  public Optional<CacheResult> find(Question question, Trust least) {
    return find(question, least, 0);
  }

  /**
   * What was known about a question, and may be served though it has expired. Where part of it
   * still holds, that comes first.
   *
   * @return the outcome, with the TTL of stale answers; empty if nothing is known, or it expired
   *     too long ago
   */
  public Optional<CacheResult> findStale(Question question) {
    return staleNanos == 0 ? Optional.empty() : find(question, Trust.ANSWER, staleNanos);
  }

  private Optional<CacheResult> find(Question question, Trust least, long graceNanos) {
    if (!Slots.hasSlot(question.type())) {
      return Optional.empty();
    }
    Reading.Moment moment = new Reading.Moment(time.nanos(), graceNanos, staleTtlSeconds, shownTtl);
    return new Reading(entries, question, moment).find(least, knowsDnames, knowsSubtreeDenials);
  }

  /** Counts the age of what is stale at a question from now on: its refresh has failed. */
  public void ageAnew(Question question) {
    if (staleNanos == 0 || !Slots.hasSlot(question.type())) {
      return;
    }
    long now = time.nanos();
    RRClass rrClass = question.rrClass();
    CacheEntry key = entries.key(question.name(), Slots.of(question.type(), rrClass));
    ageAnew(key, now);
    ageAnew(key.keyAt(Slots.of(RRType.CNAME, rrClass)), now);
    ageAnew(key.keyAt(Slots.noSuchName(rrClass)), now);
  }

  private void ageAnew(CacheEntry key, long now) {
    byte[] packed = entries.read(key);
    if (packed == null) {
      return;
    }
    long age = now - PackedEntry.expires(packed);
    if (age > 0 && age < staleNanos) {
      entries.exchange(key, packed, PackedEntry.expiring(packed, now));
    }
  }

  /**
   * Stores an RRset with its signatures.
   *
   * <p>Nothing is stored if the TTL is 0, if more trusted data are there and hold, if the set has
   * too many records or octets, or if the type is a meta type or RRSIG (signatures are part of what
   * they sign, RFC 4035 section 2.2).
   */
  public void store(RRset rrset, Trust trust) {
    RRType type = rrset.type();
    if (!Slots.hasSlot(type) || type.equals(RRType.RRSIG)) {
      return;
    }
    knowsDnames |= type.equals(RRType.DNAME);
    long now = time.nanos();
    long ttl = rrset.ttl();
    Life life = Life.of(now, ttls.data(type, ttl), ttls.shownData(type, ttl));
    put(rrset, Slots.of(type, rrset.rrClass()), Content.DATA, trust, life, now);
    if (trust == Trust.ANSWER) {
      forgetNoSuchName(rrset.name(), rrset.rrClass());
    }
  }

  /**
   * Stores that a name has no records of a type.
   *
   * @param question what was asked; nothing is stored for meta types
   * @param soa the SOA of the zone that says so, at or above the name
   * @throws IllegalArgumentException if {@code soa} has no SOA record
   */
  public void storeNoData(Question question, RRset soa) {
    if (Slots.hasSlot(question.type())) {
      int slot = Slots.of(question.type(), question.rrClass());
      putDenial(question.name(), slot, Content.DENIAL, soa);
      forgetNoSuchName(question.name(), question.rrClass());
    }
  }

  /**
   * Stores that a name does not exist, whatever the type.
   *
   * @param question its name and class count
   * @param soa the SOA of the zone that says so, at or above the name
   * @throws IllegalArgumentException if {@code soa} has no SOA record
   */
  public void storeNoSuchName(Question question, RRset soa) {
    putDenial(question.name(), Slots.noSuchName(question.rrClass()), Content.DENIAL, soa);
  }

  /**
   * The same for a denial that may be believed for all names below, too (RFC 8020). Data that are
   * known of such names are not touched.
   */
  public void storeNothingAtOrBelow(Question question, RRset soa) {
    knowsSubtreeDenials = true;
    int slot = Slots.noSuchName(question.rrClass());
    putDenial(question.name(), slot, Content.SUBTREE_DENIAL, soa);
  }

  /**
   * Stores a zone's name servers as its parent has named them. The delegation holds no longer than
   * the parent's own: else a revoked zone could live on in zones that it delegates to itself,
   * always one label deeper (phoenix domains).
   *
   * @param nameServers an NS RRset from a referral, or the root's own
   * @param parent the zone whose servers said so; if its delegation has expired or was never stored
   *     nothing is stored, except under the root, which needs none
   */
  public void storeDelegation(RRset nameServers, DomainName parent) {
    storeDelegation(nameServers, parent, Content.DATA);
  }

  /** The same for a delegation whose parent gave no address of any name server with it. */
  public void storeGluelessDelegation(RRset nameServers, DomainName parent) {
    storeDelegation(nameServers, parent, Content.GLUELESS);
  }

  private void storeDelegation(RRset nameServers, DomainName parent, Content content) {
    long now = time.nanos();
    int slot = Slots.delegation(nameServers.rrClass());
    Life life = Life.of(now, ttls.data(RRType.NS, nameServers.ttl()));
    if (!parent.isRoot()) {
      byte[] above = live(entries.key(parent, slot), now);
      if (above == null) {
        return;
      }
      life = life.until(PackedEntry.expires(above), now);
    }
    put(nameServers, slot, content, Trust.REFERRAL, life, now);
  }

  /**
   * The name servers of a zone as its parent named them. No user's question is answered from them.
   *
   * @return empty if the delegation is not known
   */
  public Optional<RRset> delegation(DomainName zone, RRClass rrClass) {
    long now = time.nanos();
    byte[] packed = live(entries.key(zone, Slots.delegation(rrClass)), now);
    return packed == null
        ? Optional.empty()
        : Optional.of(
            Unpacking.rrset(
                packed, zone, RRType.NS, rrClass, PackedEntry.secondsLeft(packed, now)));
  }

  /**
   * Takes in what another cache held, or this one before. It takes the place of nothing that holds,
   * and a delegation holds no longer than the next one known above it.
   */
  public void restore(CachedEntry entry) {
    long now = time.nanos();
    DomainName name = entry.name();
    switch (entry) {
      case CachedEntry.Data data -> {
        if (Slots.hasSlot(data.rrset().type()) && isFree(name, slot(data.rrset()), now)) {
          store(data.rrset(), EntryListing.trust(data.rank()));
        }
      }
      case CachedEntry.Delegation delegation -> {
        if (isFree(name, Slots.delegation(delegation.rrset().rrClass()), now)) {
          storeDelegation(delegation.rrset(), closestDelegationAbove(delegation.rrset(), now));
        }
      }
      case CachedEntry.NoData none -> {
        if (isFree(name, Slots.of(none.type(), none.rrset().rrClass()), now)) {
          storeNoData(new Question(name, none.type()), none.rrset());
        }
      }
      case CachedEntry.NoSuchName none -> {
        if (isFree(name, Slots.noSuchName(none.rrset().rrClass()), now)) {
          storeNoSuchName(new Question(name, RRType.ANY), none.rrset());
        }
      }
    }
  }

  private static int slot(RRset rrset) {
    return Slots.of(rrset.type(), rrset.rrClass());
  }

  private boolean isFree(DomainName name, int slot, long now) {
    return live(entries.key(name, slot), now) == null;
  }

  private DomainName closestDelegationAbove(RRset nameServers, long now) {
    DomainName zone = nameServers.name();
    int slot = Slots.delegation(nameServers.rrClass());
    do {
      zone = zone.isRoot() ? zone : zone.parent();
    } while (!zone.isRoot() && isFree(zone, slot, now));
    return zone;
  }

  /** Whether a zone's delegation is known to have come without glue. */
  public boolean isGlueless(DomainName zone, RRClass rrClass) {
    byte[] packed = live(entries.key(zone, Slots.delegation(rrClass)), time.nanos());
    return packed != null && PackedEntry.isGlueless(packed);
  }

  /** All data, denials and delegations that hold or may be served stale, in no order. */
  public Stream<CachedEntry> list() {
    long now = time.nanos();
    return entries.stream()
        .filter(entry -> !Slots.isUncut(entry.slot()))
        .filter(entry -> PackedEntry.expires(entry.packed()) - now > -staleNanos)
        .map(entry -> EntryListing.show(entry, now));
  }

  /**
   * Forgets what fits.
   *
   * @param fits a name, and the type at it: of a whole name that does not exist null
   * @return how many entries that were
   */
  public int flush(BiPredicate<DomainName, @Nullable RRType> fits) {
    return entries.removeIf(entry -> {
      int slot = entry.slot();
      return fits.test(
          PackedEntry.name(entry.packed()), Slots.isNoSuchName(slot) ? null : Slots.type(slot));
    });
  }

  /**
   * Stores that a zone's servers have no zone cut at a name: asked about it, they gave no referral.
   * It holds no longer than a denial may.
   *
   * @param zone the zone in whose name they were asked
   */
  public void storeUncut(DomainName name, DomainName zone, long ttlSeconds) {
    long now = time.nanos();
    long ttl = Math.min(ttlSeconds, ttls.limits().maxNegativeTtlSeconds());
    byte[] labels = {(byte) zone.labelCount()};
    put(
        PackedEntry.of(names, name, Content.DENIAL, Trust.ANSWER, Life.of(now, ttl), labels),
        Slots.uncut(RRClass.IN),
        now);
  }

  /** Whether it is known that a zone's servers have no zone cut at a name. */
  public boolean isUncut(DomainName name, DomainName zone) {
    byte[] packed = live(entries.key(name, Slots.uncut(RRClass.IN)), time.nanos());
    return packed != null && packed[PackedEntry.nameEnd(packed)] == zone.labelCount();
  }

  /** The octets of heap that the entries take, at most {@link ResolverLimits#cacheOctets()}. */
  public long octets() {
    return entries.octets();
  }

  /** The number of entries, those expired but not yet evicted included. */
  public int entries() {
    return entries.entries();
  }

  private byte @Nullable [] live(CacheEntry key, long now) {
    byte[] packed = entries.read(key);
    return packed != null && PackedEntry.secondsLeft(packed, now) > 0 ? packed : null;
  }

  private void putDenial(DomainName name, int slot, Content kind, RRset soa) {
    if (!name.isAtOrBelow(soa.name())) {
      return;
    }
    long now = time.nanos();
    Life life = Life.of(now, ttls.denial(soa), ttls.shownDenial(soa));
    byte[] owner = {(byte) soa.name().labelCount()};
    packing
        .pack(soa)
        .map(rdata -> Bytes.concat(owner, rdata))
        .map(content -> PackedEntry.of(names, name, kind, Trust.ANSWER, life, content))
        .ifPresent(packed -> put(packed, slot, now));
  }

  private void put(RRset rrset, int slot, Content kind, Trust trust, Life life, long now) {
    packing
        .pack(rrset)
        .map(content -> PackedEntry.of(names, rrset.name(), kind, trust, life, content))
        .ifPresent(packed -> put(packed, slot, now));
  }

  private void put(byte[] packed, int slot, long now) {
    if (PackedEntry.secondsLeft(packed, now) > 0) {
      entries.put(new CacheEntry(slot, packed), now);
    }
  }

  private void forgetNoSuchName(DomainName name, RRClass rrClass) {
    entries.remove(entries.key(name, Slots.noSuchName(rrClass)));
  }
}
