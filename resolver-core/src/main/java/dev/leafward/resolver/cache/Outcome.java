// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.Optional;

/** What a lookup of one question, aliases not yet followed, comes to. */
public sealed interface Outcome {

  /**
   * The records exist.
   *
   * @param rrsets one RRset; for a question of type ANY as many as the name has
   */
  record Positive(List<RRset> rrsets) implements Outcome {
    /** Copies the list. */
    public Positive {
      rrsets = List.copyOf(rrsets);
    }
  }

  /**
   * The name is an alias.
   *
   * @param cname the CNAME RRset, possibly synthesised from a DNAME (RFC 6672)
   * @param target the name it leads to
   * @param further what the same zone said, unasked but on the way, of the alias's target: its
   *     records, or further aliases and in the end the records
   */
  record Alias(RRset cname, DomainName target, List<RRset> further) implements Outcome {
    /** Copies the list. */
    public Alias {
      further = List.copyOf(further);
    }

    /** An alias of whose target nothing is known yet. */
    public Alias(RRset cname, DomainName target) {
      this(cname, target, List.of());
    }
  }

  /**
   * The name exists, without records of this type.
   *
   * @param soa the SOA that says so, its TTL being that of the denial; empty if none was given
   */
  record NoData(Optional<RRset> soa) implements Outcome {}

  /**
   * The name does not exist.
   *
   * @param soa the SOA that says so, its TTL being that of the denial; empty if none was given
   */
  record NoSuchName(Optional<RRset> soa) implements Outcome {}
}
