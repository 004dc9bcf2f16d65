// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.delegation;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where to begin asking about a name: the deepest delegation known at or above it (RFC 1034
 * section 5.3.3, step 2).
 *
 * <p>A delegation whose name servers all lie in the zone itself, with no address known of any,
 * leads nowhere: to look up those names one would have to ask them. It is passed over, so that the
 * parent gives its glue again. The root is at the bottom: as the cache knows it from priming, if
 * with an address, else as the hints have it.
 *
 * <p>In a stub zone, the zone takes the place of the root: what the cache knows of zones above is
 * passed over.
 *
 * <p>It only reads the cache. Of each delegation it takes at most {@link
 * ResolverLimits#nameServers()} name servers, and of each of them {@link
 * ResolverLimits#addressesPerNameServer()} addresses. Class IN only.
 */
public final class DelegationFinder {
  private final RRsetCache cache;
  private final ZoneCut floor;

  /** The fewest labels of a zone whose delegation is looked for in the cache. */
  private final int fewestLabels;

  private final ResolverLimits limits;

  private DelegationFinder(
      RRsetCache cache, ZoneCut floor, int fewestLabels, ResolverLimits limits) {
    this.cache = cache;
    this.floor = floor;
    this.fewestLabels = fewestLabels;
    this.limits = limits;
  }

  /** Makes a finder that reads {@code cache} and falls back to {@code roots}. */
  public DelegationFinder(RRsetCache cache, RootServers roots, ResolverLimits limits) {
    this(cache, roots.cut(), 0, limits);
  }

  /** A finder for a zone whose servers are given, whatever the cache knows of them. */
  public static DelegationFinder on(RRsetCache cache, ZoneCut stub, ResolverLimits limits) {
    return new DelegationFinder(cache, stub, stub.zone().labelCount() + 1, limits);
  }

  /** A finder for a zone of which servers are given that know the others, as with the root. */
  public static DelegationFinder onHints(RRsetCache cache, ZoneCut stub, ResolverLimits limits) {
    return new DelegationFinder(cache, stub, stub.zone().labelCount(), limits);
  }

  /** Whether this is the zone to begin with if the cache knows nothing. */
  public boolean isFloor(DomainName zone) {
    return zone.equals(floor.zone());
  }

  /**
   * The deepest zone whose servers are known and that the name is in.
   *
   * @param type for DS, which the parent's side of a cut has (RFC 4035 section 4.2), the zone is
   *     strictly above the name, unless that is the root
   */
  public ZoneCut closest(DomainName name, RRType type) {
    int labels = name.labelCount();
    if (type.equals(RRType.DS) && labels > 0) {
      labels--;
    }
    for (; labels >= fewestLabels; labels--) {
      DomainName zone = name.suffix(labels);
      Optional<ZoneCut> cut = cache.delegation(zone, RRClass.IN).map(this::cut);
      if (cut.isPresent() && leadsSomewhere(cut.get())) {
        return cut.get();
      }
    }
    return floor;
  }

  /**
   * The addresses of a name server that the cache knows, from glue or better: IPv4 and IPv6 in
   * turn, each once, at most {@link ResolverLimits#addressesPerNameServer()}.
   */
  public List<InetAddress> addressesOf(DomainName nameServer) {
    List<A> v4 = records(nameServer, RRType.A, A.class);
    List<AAAA> v6 = records(nameServer, RRType.AAAA, AAAA.class);
    // Records of a set differ, so that no address comes twice.
    List<InetAddress> addresses = new ArrayList<>();
    for (int i = 0; i < Math.max(v4.size(), v6.size()); i++) {
      if (i < v4.size()) {
        addresses.add(v4.get(i).address());
      }
      if (i < v6.size()) {
        addresses.add(v6.get(i).address());
      }
    }
    int most = limits.addressesPerNameServer();
    return addresses.size() <= most ? addresses : addresses.subList(0, most);
  }

  private ZoneCut cut(RRset delegation) {
    List<NameServer> servers = new ArrayList<>();
    for (NS ns : delegation.as(NS.class)) {
      if (servers.size() == limits.nameServers()) {
        break;
      }
      servers.add(new NameServer(ns.nameServer(), addressesOf(ns.nameServer())));
    }
    return new ZoneCut(delegation.name(), servers);
  }

  private static boolean leadsSomewhere(ZoneCut cut) {
    return cut.nameServers().stream()
        .anyMatch(s -> !s.addresses().isEmpty() || !s.name().isAtOrBelow(cut.zone()));
  }

  private <T extends RData> List<T> records(DomainName name, RRType type, Class<T> as) {
    return cache
        .find(new Question(name, type), Trust.GLUE)
        .map(result ->
            result.outcome() instanceof Outcome.Positive found
                ? found.rrsets().getFirst().as(as)
                : List.<T>of())
        .orElse(List.of());
  }
}
