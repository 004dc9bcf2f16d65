// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import com.google.common.primitives.Bytes;
import dev.leafward.resolver.cache.PackedEntry.Content;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what is known about names until it expires.
 *
 * <p>RRsets are ranked by trust (RFC 2181 section 5.4.1): what is believed less never takes the
 * place of what is believed more and still holds. Denials hold for the least of the SOA's TTL, its
 * MINIMUM field and {@link ResolverLimits#maxNegativeTtlSeconds()} (RFC 2308 section 5).
 * Delegations have a place of their own, where only the parent's word goes: a zone that its parent
 * has revoked cannot keep itself alive by what it says (ghost domains, CVE-2012-1033).
 *
 * <p>Invariants: {@link #octets()} is never above {@link ResolverLimits#cacheOctets()}; TTLs count
 * down by the monotonic clock in whole seconds, and what has less than one second left is gone;
 * reading takes no lock. All methods may be called from several threads.
 *
 * <p>It does not judge what may be believed, does not follow aliases, and does not answer for names
 * below one that does not exist (RFC 8020) or from NSEC ranges (RFC 8198).
 */
public final class RRsetCache {
  /** Types that may stand beside a CNAME, or are it (RFC 2181 section 10.1, RFC 4034 section 3). */
  private static final Set<RRType> BESIDE_CNAME =
      Set.of(RRType.CNAME, RRType.RRSIG, RRType.NSEC, RRType.KEY);

  private final ResolverLimits limits;
  private final Time time;
  private final EntryStore entries;
  private final RRsetPacking packing;

  /**
   * Makes an empty cache.
   *
   * @param limits how much it holds, and for how long
   * @param time its clock; only the monotonic one is asked
   */
  public RRsetCache(ResolverLimits limits, Time time) {
    this.limits = limits;
    this.time = time;
    this.entries = new EntryStore(limits.cacheOctets());
    this.packing = new RRsetPacking(limits.recordsPerRRset(), limits.octetsPerRRset());
  }

  /**
   * What is known about a question: the RRset itself; else the CNAME at the name, for types that an
   * alias answers; else that there is none; else that the name does not exist.
   *
   * <p>Names come back in the question's case, TTLs counted down to now.
   *
   * @param least how far the RRset has to be believed; aliases and denials are always {@link
   *     Trust#ANSWER}
   * @return empty if nothing is known, and always for ANY and other meta types: part of what a name
   *     has is no answer
   */
  public Optional<CacheResult> find(Question question, Trust least) {
    RRType type = question.type();
    if (!Slots.hasSlot(type)) {
      return Optional.empty();
    }
    long now = time.nanos();
    RRClass rrClass = question.rrClass();
    CacheEntry key = CacheEntry.key(question.name(), Slots.of(type, rrClass));
    byte[] exact = live(key, now);
    if (exact != null && isData(exact, least)) {
      return Optional.of(found(question, exact, now));
    }
    if (!BESIDE_CNAME.contains(type)) {
      byte[] cname = live(key.keyAt(Slots.of(RRType.CNAME, rrClass)), now);
      if (cname != null && isData(cname, Trust.ANSWER)) {
        return Optional.of(alias(question, cname, now));
      }
    }
    if (exact != null && PackedEntry.isDenial(exact)) {
      RRset soa = soa(question, exact, now);
      return Optional.of(denial(new Outcome.NoData(Optional.of(soa)), soa));
    }
    byte[] noSuchName = live(key.keyAt(Slots.noSuchName(rrClass)), now);
    if (noSuchName != null) {
      RRset soa = soa(question, noSuchName, now);
      return Optional.of(denial(new Outcome.NoSuchName(Optional.of(soa)), soa));
    }
    return Optional.empty();
  }

  /**
   * Stores an RRset with its signatures, for its TTL or {@link ResolverLimits#maxTtlSeconds()}.
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
    long now = time.nanos();
    long expires = PackedEntry.expiry(now, Math.min(rrset.ttl(), limits.maxTtlSeconds()));
    put(rrset, Slots.of(type, rrset.rrClass()), trust, expires, now);
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
      putDenial(question, Slots.of(question.type(), question.rrClass()), soa);
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
    putDenial(question, Slots.noSuchName(question.rrClass()), soa);
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
    long now = time.nanos();
    int slot = Slots.delegation(nameServers.rrClass());
    long expires = PackedEntry.expiry(now, Math.min(nameServers.ttl(), limits.maxTtlSeconds()));
    if (!parent.isRoot()) {
      byte[] above = live(CacheEntry.key(parent, slot), now);
      if (above == null) {
        return;
      }
      expires = now + Math.min(expires - now, PackedEntry.expires(above) - now);
    }
    put(nameServers, slot, Trust.REFERRAL, expires, now);
  }

  /**
   * The name servers of a zone as its parent named them. No user's question is answered from them.
   *
   * @return empty if the delegation is not known
   */
  public Optional<RRset> delegation(DomainName zone, RRClass rrClass) {
    long now = time.nanos();
    byte[] packed = live(CacheEntry.key(zone, Slots.delegation(rrClass)), now);
    return packed == null
        ? Optional.empty()
        : Optional.of(unpack(zone, RRType.NS, rrClass, packed, now));
  }

  /**
   * Stores that a zone's servers have no zone cut at a name: asked about it, they gave no referral.
   * It holds no longer than a denial may.
   *
   * @param zone the zone in whose name they were asked
   */
  public void storeUncut(DomainName name, DomainName zone, long ttlSeconds) {
    long now = time.nanos();
    long ttl = Math.min(ttlSeconds, limits.maxNegativeTtlSeconds());
    byte[] labels = {(byte) zone.labelCount()};
    long expires = PackedEntry.expiry(now, ttl);
    put(
        PackedEntry.of(name, Content.DENIAL, Trust.ANSWER, expires, labels),
        Slots.uncut(RRClass.IN),
        now);
  }

  /** Whether it is known that a zone's servers have no zone cut at a name. */
  public boolean isUncut(DomainName name, DomainName zone) {
    byte[] packed = live(CacheEntry.key(name, Slots.uncut(RRClass.IN)), time.nanos());
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

  private static boolean isData(byte[] packed, Trust least) {
    return !PackedEntry.isDenial(packed) && PackedEntry.trust(packed).compareTo(least) >= 0;
  }

  private static CacheResult found(Question question, byte[] packed, long now) {
    RRset rrset = unpack(question.name(), question.type(), question.rrClass(), packed, now);
    return new CacheResult(
        new Outcome.Positive(List.of(rrset)), PackedEntry.trust(packed), rrset.ttl());
  }

  private static CacheResult alias(Question question, byte[] packed, long now) {
    RRset cname = unpack(question.name(), RRType.CNAME, question.rrClass(), packed, now);
    DomainName target = cname.as(CNAME.class).getFirst().target();
    return new CacheResult(
        new Outcome.Alias(cname, target), PackedEntry.trust(packed), cname.ttl());
  }

  private static CacheResult denial(Outcome outcome, RRset soa) {
    return new CacheResult(outcome, Trust.ANSWER, soa.ttl());
  }

  private static RRset unpack(
      DomainName name, RRType type, RRClass rrClass, byte[] packed, long now) {
    return RRsetPacking.unpack(
        name,
        type,
        rrClass,
        PackedEntry.secondsLeft(packed, now),
        packed,
        PackedEntry.nameEnd(packed));
  }

  /** The SOA of a denial: in front of it stands how many labels of the name are its owner's. */
  private static RRset soa(Question question, byte[] packed, long now) {
    int at = PackedEntry.nameEnd(packed);
    DomainName owner = question.name().suffix(packed[at]);
    long ttl = PackedEntry.secondsLeft(packed, now);
    return RRsetPacking.unpack(owner, RRType.SOA, question.rrClass(), ttl, packed, at + 1);
  }

  private void putDenial(Question question, int slot, RRset soa) {
    List<SOA> records = soa.as(SOA.class);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("no SOA record in " + soa);
    }
    DomainName name = question.name();
    if (!name.isAtOrBelow(soa.name())) {
      return;
    }
    long ttl =
        Math.min(limits.maxNegativeTtlSeconds(), Math.min(soa.ttl(), records.getFirst().minimum()));
    long now = time.nanos();
    long expires = PackedEntry.expiry(now, ttl);
    byte[] owner = {(byte) soa.name().labelCount()};
    packing
        .pack(soa)
        .map(rdata -> Bytes.concat(owner, rdata))
        .map(content -> PackedEntry.of(name, Content.DENIAL, Trust.ANSWER, expires, content))
        .ifPresent(packed -> put(packed, slot, now));
  }

  private void put(RRset rrset, int slot, Trust trust, long expires, long now) {
    packing
        .pack(rrset)
        .map(content -> PackedEntry.of(rrset.name(), Content.DATA, trust, expires, content))
        .ifPresent(packed -> put(packed, slot, now));
  }

  private void put(byte[] packed, int slot, long now) {
    if (PackedEntry.secondsLeft(packed, now) > 0) {
      entries.put(new CacheEntry(slot, packed), now);
    }
  }

  private void forgetNoSuchName(DomainName name, RRClass rrClass) {
    entries.remove(CacheEntry.key(name, Slots.noSuchName(rrClass)));
  }
}
