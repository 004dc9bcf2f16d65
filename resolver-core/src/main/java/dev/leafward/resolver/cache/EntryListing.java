// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;

/** Shows entries to people: as values that say all that is known of each. */
final class EntryListing {

  private EntryListing() {}

  /** One entry as it is now. */
  static CachedEntry show(CacheEntry entry, long nowNanos) {
    byte[] packed = entry.packed();
    int slot = entry.slot();
    DomainName name = PackedEntry.name(packed);
    RRClass rrClass = Slots.rrClass(slot);
    long left = PackedEntry.secondsLeftOrSince(packed, nowNanos);
    long ttl = Math.max(0, left);
    if (PackedEntry.isDenial(packed)) {
      RRset soa = Unpacking.soa(packed, name, rrClass, ttl);
      return Slots.isNoSuchName(slot)
          ? new CachedEntry.NoSuchName(name, soa, left)
          : new CachedEntry.NoData(name, Slots.type(slot), soa, left);
    }
    RRset rrset = Unpacking.rrset(packed, name, Slots.type(slot), rrClass, ttl);
    return Slots.isDelegation(slot)
        ? new CachedEntry.Delegation(rrset, left)
        : new CachedEntry.Data(rrset, rank(PackedEntry.trust(packed)), left);
  }

  private static CachedEntry.Rank rank(Trust trust) {
    return switch (trust) {
      case HEARSAY -> throw new IllegalStateException("hearsay is not kept");
      case GLUE -> CachedEntry.Rank.GLUE;
      case REFERRAL -> CachedEntry.Rank.REFERRAL;
      case AUTHORITY -> CachedEntry.Rank.AUTHORITY;
      case ANSWER -> CachedEntry.Rank.ANSWER;
    };
  }

  /** The trust of a rank. */
  static Trust trust(CachedEntry.Rank rank) {
    return switch (rank) {
      case GLUE -> Trust.GLUE;
      case REFERRAL -> Trust.REFERRAL;
      case AUTHORITY -> Trust.AUTHORITY;
      case ANSWER -> Trust.ANSWER;
    };
  }
}
