// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.rdata.RRType;
import java.util.HashMap;
import java.util.Map;

/**
 * How the cache treats what it is given. How much it holds is in {@link ResolverLimits}, whose
 * {@link ResolverLimits#maxTtlSeconds()} and {@link ResolverLimits#maxNegativeTtlSeconds()} hold
 * whatever is asked for here.
 *
 * @param ttl the bounds of the TTLs of data, delegations included. Default: none
 * @param ttlByType in their place, the bounds for single types; those for NS go for delegations
 *     too. Default: none
 * @param negativeTtl the bounds of the TTLs of denials. Default: none
 * @param failureTtl for how long a failure is remembered, from the first to the longest, each next
 *     one twice as long as the last: at least 1 second, at most 300 (RFC 9520 section 3.2).
 *     Default: 5 to 300
 * @param serveStale whether what has expired is served. Default: {@link ServeStale#OFF}
 * @param prefetch whether what is in use is refreshed before it expires. Default: {@link
 *     Prefetch#OFF}
 * @param shownTtl which TTL answers from the cache have. Default: {@link ShownTtl#REMAINING}
 * @param denialReach for which names the denial of a name counts (RFC 8020). Default: {@link
 *     DenialReach#NAME}
 */
public record CacheOptions(
    TtlRange ttl,
    Map<RRType, TtlRange> ttlByType,
    TtlRange negativeTtl,
    TtlRange failureTtl,
    ServeStale serveStale,
    Prefetch prefetch,
    ShownTtl shownTtl,
    DenialReach denialReach) {

  /** The defaults. */
  public static final CacheOptions DEFAULT =
      new CacheOptions(
          TtlRange.ANY,
          Map.of(),
          TtlRange.ANY,
          new TtlRange(5, 300),
          ServeStale.OFF,
          Prefetch.OFF,
          ShownTtl.REMAINING,
          DenialReach.NAME);

  /** Copies the map, and checks how long failures are remembered. */
  public CacheOptions {
    if (failureTtl.leastSeconds() < 1 || failureTtl.mostSeconds() > 300) {
      throw new IllegalArgumentException(
          "failures are remembered for 1 to 300 seconds, not " + failureTtl);
    }
    ttlByType = Map.copyOf(ttlByType);
  }

  /** The bounds of the TTLs of a type. */
  public TtlRange ttl(RRType type) {
    return ttlByType.getOrDefault(type, ttl);
  }

  /** A builder that begins with these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes some of the options. */
  public static final class Builder {
    private final Map<RRType, TtlRange> ttlByType;
    private TtlRange ttl;
    private TtlRange negativeTtl;
    private TtlRange failureTtl;
    private ServeStale serveStale;
    private Prefetch prefetch;
    private ShownTtl shownTtl;
    private DenialReach denialReach;

    private Builder(CacheOptions options) {
      ttl = options.ttl;
      ttlByType = new HashMap<>(options.ttlByType);
      negativeTtl = options.negativeTtl;
      failureTtl = options.failureTtl;
      serveStale = options.serveStale;
      prefetch = options.prefetch;
      shownTtl = options.shownTtl;
      denialReach = options.denialReach;
    }

    /** See {@link CacheOptions#ttl()}. */
    public Builder ttl(TtlRange range) {
      ttl = range;
      return this;
    }

    /** See {@link CacheOptions#ttlByType()}. */
    public Builder ttl(RRType type, TtlRange range) {
      ttlByType.put(type, range);
      return this;
    }

    /** See {@link CacheOptions#negativeTtl()}. */
    public Builder negativeTtl(TtlRange range) {
      negativeTtl = range;
      return this;
    }

    /** See {@link CacheOptions#failureTtl()}. */
    public Builder failureTtl(TtlRange range) {
      failureTtl = range;
      return this;
    }

    /** See {@link CacheOptions#serveStale()}. */
    public Builder serveStale(ServeStale stale) {
      serveStale = stale;
      return this;
    }

    /** See {@link CacheOptions#prefetch()}. */
    public Builder prefetch(Prefetch ahead) {
      prefetch = ahead;
      return this;
    }

    /** See {@link CacheOptions#shownTtl()}. */
    public Builder shownTtl(ShownTtl ttlShown) {
      shownTtl = ttlShown;
      return this;
    }

    /** See {@link CacheOptions#denialReach()}. */
    public Builder denialReach(DenialReach reach) {
      denialReach = reach;
      return this;
    }

    /** The options. */
    public CacheOptions build() {
      return new CacheOptions(
          ttl, ttlByType, negativeTtl, failureTtl, serveStale, prefetch, shownTtl, denialReach);
    }
  }
}
