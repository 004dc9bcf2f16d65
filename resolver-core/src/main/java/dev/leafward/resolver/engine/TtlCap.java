// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.rdata.SOA;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the TTLs of an outcome to how long it may be kept: so whoever asks first hears the same as
 * those whom the cache serves (RFC 2308 section 5, RFC 8767 section 4).
 */
final class TtlCap {

  private final ResolverLimits limits;

  TtlCap(ResolverLimits limits) {
    this.limits = limits;
  }

  Outcome cut(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Positive found -> new Outcome.Positive(cut(found.rrsets()));
      case Outcome.Alias alias ->
          new Outcome.Alias(cut(alias.cname()), alias.target(), cut(alias.further()));
      case Outcome.NoData none -> new Outcome.NoData(cutDenial(none.soa()));
      case Outcome.NoSuchName none -> new Outcome.NoSuchName(cutDenial(none.soa()));
    };
  }

  private List<RRset> cut(List<RRset> rrsets) {
    return rrsets.stream().map(this::cut).toList();
  }

  private RRset cut(RRset rrset) {
    return cut(rrset, limits.maxTtlSeconds());
  }

  private Optional<RRset> cutDenial(Optional<RRset> soa) {
    return soa.map(rrset -> {
      long minimum = rrset.as(SOA.class).getFirst().minimum();
      return cut(rrset, Math.min(minimum, limits.maxNegativeTtlSeconds()));
    });
  }

  private static RRset cut(RRset rrset, long most) {
    return rrset.ttl() > most ? rrset.withTtl(most) : rrset;
  }
}
