// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;

/** Makes values of the content of {@linkplain PackedEntry packed entries}. */
final class Unpacking {

  private Unpacking() {}

  /**
   * The RRset of an entry.
   *
   * @param name its name, in the case wanted
   */
  static RRset rrset(byte[] packed, DomainName name, RRType type, RRClass rrClass, long ttl) {
    return RRsetPacking.unpack(name, type, rrClass, ttl, packed, PackedEntry.nameEnd(packed));
  }

  /**
   * The SOA of a denial: in front of it stands how many labels of the name are its owner's.
   *
   * @param name the entry's name, in the case wanted
   */
  static RRset soa(byte[] packed, DomainName name, RRClass rrClass, long ttl) {
    int at = PackedEntry.nameEnd(packed);
    DomainName owner = name.suffix(packed[at]);
    return RRsetPacking.unpack(owner, RRType.SOA, rrClass, ttl, packed, at + 1);
  }
}
