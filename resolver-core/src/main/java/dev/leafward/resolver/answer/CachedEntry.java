// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;

/** One thing that a resolver's cache holds. All are of class IN. */
public sealed interface CachedEntry {

  /** The name that it is about. */
  DomainName name();

  /**
   * Records: those themselves, or of a denial the SOA that says so. TTLs are counted down to now.
   */
  RRset rrset();

  /** How far it is believed. */
  Rank rank();

  /**
   * How many seconds it still holds, the last one counted while it runs. Where stale answers are
   * served it may be 0 or below: expired so many seconds ago.
   */
  long secondsLeft();

  /** True once it has expired. */
  default boolean isStale() {
    return secondsLeft() <= 0;
  }

  /** How far data are believed, least first (RFC 2181 section 5.4.1). */
  enum Rank {
    /** An address beside a referral: good for asking that name server, for nothing else. */
    GLUE,
    /** The name servers in a referral: the parent's word on a zone cut. */
    REFERRAL,
    /** The authority section of an authoritative reply. */
    AUTHORITY,
    /** The answer section of an authoritative reply. */
    ANSWER
  }

  /**
   * Records.
   *
   * @param rrset the records
   * @param rank how far they are believed
   * @param secondsLeft see {@link CachedEntry#secondsLeft()}
   */
  record Data(RRset rrset, Rank rank, long secondsLeft) implements CachedEntry {
    @Override
    public DomainName name() {
      return rrset.name();
    }
  }

  /**
   * The name servers of a zone as its parent names them; no user's question is answered from them.
   *
   * @param rrset the NS RRset of the referral
   * @param secondsLeft see {@link CachedEntry#secondsLeft()}
   */
  record Delegation(RRset rrset, long secondsLeft) implements CachedEntry {
    @Override
    public DomainName name() {
      return rrset.name();
    }

    @Override
    public Rank rank() {
      return Rank.REFERRAL;
    }
  }

  /**
   * The name has no records of a type.
   *
   * @param name the name
   * @param type the type that it has no records of
   * @param rrset the SOA that says so
   * @param secondsLeft see {@link CachedEntry#secondsLeft()}
   */
  record NoData(DomainName name, RRType type, RRset rrset, long secondsLeft)
      implements CachedEntry {
    @Override
    public Rank rank() {
      return Rank.ANSWER;
    }
  }

  /**
   * The name does not exist, which says nothing of the names below it.
   *
   * @param name the name
   * @param rrset the SOA that says so
   * @param secondsLeft see {@link CachedEntry#secondsLeft()}
   */
  record NoSuchName(DomainName name, RRset rrset, long secondsLeft) implements CachedEntry {
    @Override
    public Rank rank() {
      return Rank.ANSWER;
    }
  }
}
