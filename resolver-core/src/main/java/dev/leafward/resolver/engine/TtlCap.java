// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.TtlPolicy;
import dev.leafward.wire.message.RRset;
import java.util.List;
import java.util.Optional;

/**
 * Sets the TTLs of an outcome to how long it is kept, unless they are shown as they came: so
 * whoever asks first hears the same as those whom the cache serves (RFC 2308 section 5, RFC 8767
 * section 4).
 */
final class TtlCap {

  private final TtlPolicy policy;

  TtlCap(TtlPolicy policy) {
    this.policy = policy;
  }

  Outcome cut(Outcome outcome) {
    return outcome.isHearsay() ? outcome : cutAll(outcome);
  }

  private Outcome cutAll(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Positive found -> new Outcome.Positive(cut(found.rrsets()), found.trust());
      case Outcome.Alias alias ->
          new Outcome.Alias(
              cut(alias.cname()),
              alias.target(),
              alias
                  .redirection()
                  .map(by -> new Outcome.Redirection(cut(by.dname()), by.mayBeKept())),
              alias.then().map(this::cut));
      case Outcome.NoData none -> new Outcome.NoData(cutDenial(none.soa()));
      case Outcome.NoSuchName none -> new Outcome.NoSuchName(cutDenial(none.soa()), none.top());
    };
  }

  private List<RRset> cut(List<RRset> rrsets) {
    return rrsets.stream().map(this::cut).toList();
  }

  private RRset cut(RRset rrset) {
    return withTtl(rrset, policy.shownData(rrset.type(), rrset.ttl()));
  }

  private Optional<RRset> cutDenial(Optional<RRset> soa) {
    return soa.map(rrset -> withTtl(rrset, policy.shownDenial(rrset)));
  }

  private static RRset withTtl(RRset rrset, long ttl) {
    return rrset.ttl() == ttl ? rrset : rrset.withTtl(ttl);
  }
}
