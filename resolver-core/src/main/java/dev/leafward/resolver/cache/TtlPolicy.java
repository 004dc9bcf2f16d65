// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.ShownTtl;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;

/**
 * Says how long something is kept (RFC 2181 section 8, RFC 2308 section 5, RFC 8767 section 4), and
 * which TTL it has in answers at first.
 *
 * @param limits the most there is, whatever the options say
 * @param options what is asked for
 */
public record TtlPolicy(ResolverLimits limits, CacheOptions options) {

  /** How long records are kept, in seconds. */
  public long data(RRType type, long ttl) {
    return Math.min(limits.maxTtlSeconds(), options.ttl(type).clamp(ttl));
  }

  /**
   * How long a denial is kept, in seconds: the lesser of the SOA's TTL and its MINIMUM.
   *
   * @throws IllegalArgumentException if {@code soa} has no SOA record
   */
  public long denial(RRset soa) {
    return Math.min(limits.maxNegativeTtlSeconds(), options.negativeTtl().clamp(given(soa)));
  }

  /** The TTL that records have in answers at first: that for which they are kept, or as it came. */
  public long shownData(RRType type, long ttl) {
    return options.shownTtl() == ShownTtl.ORIGINAL ? ttl : data(type, ttl);
  }

  /** The TTL that a denial has in answers at first. */
  public long shownDenial(RRset soa) {
    return options.shownTtl() == ShownTtl.ORIGINAL ? given(soa) : denial(soa);
  }

  private static long given(RRset soa) {
    if (!soa.type().equals(RRType.SOA)) {
      throw new IllegalArgumentException("no SOA record in " + soa);
    }
    return Math.min(soa.ttl(), soa.as(SOA.class).getFirst().minimum());
  }
}
