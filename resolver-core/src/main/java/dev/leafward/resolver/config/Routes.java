// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where names are resolved that are not resolved by iteration from the root.
 *
 * <p>The longest zone that a name is at or below wins, whatever its kind. Of several kinds at the
 * same name, local data come first, then the forward zone, then the stub zone. A name that has
 * local data of its own is answered from them, however long another route may be. The DS record at
 * the top of a zone is its parent's (RFC 4035 section 3.1.4.1), and so is its route.
 *
 * <pre>{@code
 * Resolver.recursive()
 *     .routes(
 *         Routes.builder()
 *             .forward(ForwardZone.of("corp.example", "192.0.2.1"))
 *             .localData("www.example.com. 60 A 192.0.2.80")
 *             .build())
 *     .build();
 * }</pre>
 *
 * @param forwardZones names that other resolvers resolve, each once
 * @param stubZones zones whose authorities are given, each once
 * @param localZones names that are answered on the spot, each once
 */
public record Routes(
    List<ForwardZone> forwardZones, List<StubZone> stubZones, List<LocalZone> localZones) {

  /** No routes: everything is resolved by iteration. */
  public static final Routes NONE = new Routes(List.of(), List.of(), List.of());

  /** Copies the lists, and checks that no zone is there twice. */
  public Routes {
    forwardZones = List.copyOf(forwardZones);
    stubZones = List.copyOf(stubZones);
    localZones = List.copyOf(localZones);
    requireDistinct("forward", forwardZones.stream().map(ForwardZone::zone).toList());
    requireDistinct("stub", stubZones.stream().map(StubZone::zone).toList());
    requireDistinct("local", localZones.stream().map(LocalZone::zone).toList());
  }

  private static void requireDistinct(String kind, List<DomainName> zones) {
    Set<DomainName> seen = new HashSet<>();
    for (DomainName zone : zones) {
      if (!seen.add(zone)) {
        throw new IllegalArgumentException("two " + kind + " zones " + zone);
      }
    }
  }

  /**
   * Everything is passed on to other resolvers, special names aside.
   *
   * @param servers their addresses, with a port if need be, such as {@code 192.0.2.1#5353}
   * @throws IllegalArgumentException if one of them is none, or there is none
   */
  public static Routes forwardAll(String... servers) {
    return builder().forward(ForwardZone.of(".", servers)).build();
  }

  /** Begins with no routes. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * These routes, and below them the zones of special names. Where a route stands at a special name
   * already, it stays the only one.
   */
  public Routes withDefaults(SpecialNames specialNames) {
    Set<DomainName> taken = new HashSet<>();
    forwardZones.forEach(zone -> taken.add(zone.zone()));
    stubZones.forEach(zone -> taken.add(zone.zone()));
    localZones.forEach(zone -> taken.add(zone.zone()));
    List<LocalZone> all = new ArrayList<>(localZones);
    specialNames.zones().stream().filter(zone -> !taken.contains(zone.zone())).forEach(all::add);
    return new Routes(forwardZones, stubZones, all);
  }

  /** Collects routes. */
  public static final class Builder {
    private final List<ForwardZone> forwardZones = new ArrayList<>();
    private final List<StubZone> stubZones = new ArrayList<>();
    private final Map<DomainName, LocalZone> localZones = new LinkedHashMap<>();
    private final List<ResourceRecord> localData = new ArrayList<>();

    private Builder() {}

    /** Adds a forward zone. */
    public Builder forward(ForwardZone zone) {
      forwardZones.add(zone);
      return this;
    }

    /** Adds a stub zone. */
    public Builder stub(StubZone zone) {
      stubZones.add(zone);
      return this;
    }

    /**
     * Adds a local zone.
     *
     * @throws IllegalArgumentException if it is there already
     */
    public Builder local(LocalZone zone) {
      if (localZones.putIfAbsent(zone.zone(), zone) != null) {
        throw new IllegalArgumentException("two local zones " + zone.zone());
      }
      return this;
    }

    /**
     * Adds local records, to the longest local zone that each is in. A name in none becomes a
     * transparent zone of its own: it has these records and no others, and nothing else changes.
     *
     * @param lines as in {@link LocalZone#with(String...)}, but that every name is absolute
     * @throws IllegalArgumentException if a line cannot be read
     */
    public Builder localData(String... lines) {
      localData.addAll(LocalZone.read(DomainName.ROOT, lines));
      return this;
    }

    /**
     * The routes.
     *
     * @throws IllegalArgumentException if a zone of one kind is there twice
     */
    public Routes build() {
      Map<DomainName, LocalZone> zones = new LinkedHashMap<>(localZones);
      for (ResourceRecord record : localData) {
        DomainName home = home(record.name());
        LocalZone zone =
            zones.getOrDefault(home, new LocalZone(home, LocalZoneType.TRANSPARENT, List.of()));
        zones.put(home, zone.with(List.of(record)));
      }
      return new Routes(forwardZones, stubZones, List.copyOf(zones.values()));
    }

    private DomainName home(DomainName name) {
      return localZones.keySet().stream()
          .filter(name::isAtOrBelow)
          .max(Comparator.comparingInt(DomainName::labelCount))
          .orElse(name);
    }
  }
}
