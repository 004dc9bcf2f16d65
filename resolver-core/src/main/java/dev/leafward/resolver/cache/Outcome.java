// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.Optional;

/** What a lookup of one question, aliases not yet followed, comes to. */
public sealed interface Outcome {

  /**
   * The same, having come in a way that cannot be forged by guessing.
   *
   * @param name the name that was asked about
   */
  default Outcome proven(DomainName name) {
    return this;
  }

  /** Whether it is good for the one question only, whatever TTLs it would be kept for. */
  default boolean isHearsay() {
    return false;
  }

  /**
   * The records exist.
   *
   * @param rrsets one RRset, behind which stands the DNAME that implies it where a CNAME was asked
   *     for; for a question of type ANY as many as the name has
   * @param trust how far they are believed; glue is found only by those for whom it is enough
   */
  record Positive(List<RRset> rrsets, Trust trust) implements Outcome {
    /** Copies the list. */
    public Positive {
      rrsets = List.copyOf(rrsets);
    }

    /** What an answer said. */
    public Positive(List<RRset> rrsets) {
      this(rrsets, Trust.ANSWER);
    }

    @Override
    public boolean isHearsay() {
      return trust == Trust.HEARSAY;
    }
  }

  /**
   * The name is an alias.
   *
   * @param cname the CNAME RRset, if there is a redirection as that implies it (RFC 6672)
   * @param target the name it leads to
   * @param redirection the DNAME that the CNAME was made from
   * @param then what the same zone said, unasked but on the way, of the target and the type asked
   * @param trust how far all of it is believed
   */
  record Alias(
      RRset cname,
      DomainName target,
      Optional<Redirection> redirection,
      Optional<Outcome> then,
      Trust trust)
      implements Outcome {

    /** What an answer said. */
    public Alias(
        RRset cname, DomainName target, Optional<Redirection> redirection, Optional<Outcome> then) {
      this(cname, target, redirection, then, Trust.ANSWER);
    }

    @Override
    public boolean isHearsay() {
      return trust == Trust.HEARSAY;
    }

    /** An alias of whose target nothing is known yet. */
    public Alias(RRset cname, DomainName target) {
      this(cname, target, Optional.empty(), Optional.empty());
    }

    @Override
    public Alias proven(DomainName name) {
      return new Alias(
          cname,
          target,
          redirection.map(Redirection::proven),
          then.map(outcome -> outcome.proven(target)),
          trust);
    }
  }

  /**
   * A DNAME that redirects a name. One forged DNAME redirects a whole tree, so it is kept for other
   * names only if it came in a way that cannot be forged by guessing.
   *
   * @param dname the DNAME RRset
   * @param mayBeKept whether it is of use for more than this one answer
   */
  record Redirection(RRset dname, boolean mayBeKept) {
    Redirection proven() {
      return new Redirection(dname, true);
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
   * @param top the name, at or above the one asked for, that does not exist, so that nothing below
   *     it does (RFC 8020). One forged denial would deny a whole tree, so it is there only if the
   *     denial came in a way that cannot be forged by guessing
   */
  record NoSuchName(Optional<RRset> soa, Optional<DomainName> top) implements Outcome {

    /** A denial of the very name. */
    public NoSuchName(Optional<RRset> soa) {
      this(soa, Optional.empty());
    }

    @Override
    public NoSuchName proven(DomainName name) {
      return new NoSuchName(soa, Optional.of(name));
    }
  }
}
