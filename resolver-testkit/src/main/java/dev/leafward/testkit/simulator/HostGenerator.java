// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.net.InetAddresses;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws the name servers of each zone: where their names lie, which addresses they have, and what
 * the parent tells of them.
 *
 * <p>In a sound world every zone can be reached from the root, by way of at most {@link
 * #MOST_LEVELS} other zones that hold the names of its servers. In others some zones want for glue,
 * or have servers that do not exist, are aliases, or depend on each other in a circle.
 */
final class HostGenerator {

  private static final int MOST_LEVELS = 2;

  private final Draw draw;
  private final DraftWorld world;
  private final Addresses addresses;
  private final double flawChance;
  private final Map<Draft, Integer> levels = new HashMap<>();
  private final Map<DomainName, List<InetAddress>> served = new HashMap<>();
  private final Set<DomainName> shaky = new HashSet<>();
  private int count;

  /**
   * A generator for one world.
   *
   * @param flawChance how likely it is that a zone's name servers are not in order
   */
  HostGenerator(Draw draw, DraftWorld world, Addresses addresses, double flawChance) {
    this.draw = draw;
    this.world = world;
    this.addresses = addresses;
    this.flawChance = flawChance;
  }

  /** Gives every zone its servers, and says which zones are not in order. */
  Set<DomainName> generate() {
    List<Draft> done = new ArrayList<>();
    for (Draft zone : world.zones()) {
      if (!zone.isRoot() && draw.chance(flawChance)) {
        shaky.add(zone.origin());
        flawed(zone);
      } else {
        sound(zone, done);
      }
      done.add(zone);
    }
    return shaky;
  }

  private void sound(Draft zone, List<Draft> done) {
    int size = size();
    long ttl = Ttls.draw(draw);
    boolean hasGlue = zone.isRoot() || draw.chance(0.8);
    List<Draft> elsewhere = done.stream().filter(each -> level(each) < MOST_LEVELS).toList();
    int level = zone.isRoot() ? 0 : level(zone.parent());
    int highest = 0;
    for (int i = 0; i < size; i++) {
      if (zone.isRoot() || (hasGlue && (i == 0 || draw.chance(0.7)))) {
        delegateTo(withGlue(zone), zone, ttl);
      } else {
        Draft other = draw.oneOf(elsewhere);
        delegateTo(named("h", other), zone, ttl);
        highest = Math.max(highest, 1 + level(other));
      }
    }
    levels.put(zone, hasGlue ? level : Math.max(level, highest));
  }

  private int level(Draft zone) {
    return levels.getOrDefault(zone, MOST_LEVELS);
  }

  private int size() {
    int kind = draw.below(30);
    if (kind == 0) {
      return draw.between(14, 20);
    }
    return kind < 4 ? draw.between(4, 8) : draw.between(1, 3);
  }

  /** A host whose address the parent knows: within the zone, or beside it in the parent. */
  private DomainName withGlue(Draft zone) {
    if (!zone.isRoot() && draw.chance(0.3)) {
      return named("p", zone.parent());
    }
    DomainName host = name("ns", zone.origin());
    for (InetAddress address : addresses(host, zone)) {
      if (!zone.isRoot()) {
        zone.parent().add(host, Ttls.GLUE, data(address));
      }
    }
    return host;
  }

  private void delegateTo(DomainName host, Draft zone, long ttl) {
    zone.hostedBy(host);
    zone.add(zone.origin(), ttl, new NS(host));
    if (!zone.isRoot()) {
      zone.parent().add(zone.origin(), ttl, new NS(host));
    }
  }

  /** Gives a host of the zone its addresses, and notes them as its servers'. */
  private List<InetAddress> addresses(DomainName host, Draft home) {
    List<InetAddress> all = new ArrayList<>();
    int size = draw.chance(0.85) ? 1 : draw.between(2, 3);
    for (int i = 0; i < size; i++) {
      InetAddress address = InetAddresses.forString(addresses.next());
      home.add(host, Ttls.GLUE, data(address));
      all.add(address);
    }
    served.put(host, all);
    return all;
  }

  /** Serves every zone at all the addresses of its hosts. */
  void settle() {
    for (Draft zone : world.zones()) {
      for (DomainName host : zone.hosts()) {
        served
            .getOrDefault(host, List.of())
            .forEach(address -> zone.servedAt(InetAddresses.toAddrString(address)));
      }
    }
  }

  private void flawed(Draft zone) {
    levels.put(zone, MOST_LEVELS);
    long ttl = Ttls.draw(draw);
    int size = draw.between(1, 4);
    for (int i = 0; i < size; i++) {
      delegateTo(flawedHost(zone), zone, ttl);
    }
  }

  private DomainName flawedHost(Draft zone) {
    return switch (draw.below(6)) {
      case 0 -> withGlue(zone);
      case 1 -> named("noglue", zone);
      case 2 -> name("nosuch", draw.oneOf(world.zones()).origin());
      case 3 -> alias(draw.oneOf(world.zones()));
      case 4 -> named("h", draw.oneOf(world.zones())); // perhaps below itself, or in a circle
      default -> staleGlue(zone);
    };
  }

  /** A host in a zone, of which no glue is given. */
  private DomainName named(String label, Draft home) {
    DomainName host = name(label, home.origin());
    addresses(host, home);
    return host;
  }

  /** A host that is an alias, which RFC 2181 section 10.3 forbids. */
  private DomainName alias(Draft home) {
    DomainName target = named("t", home);
    DomainName host = name("alias", home.origin());
    home.add(host, Ttls.GLUE, new CNAME(target));
    served.put(host, served.getOrDefault(target, List.of()));
    return host;
  }

  /** A host whose glue has been wrong for years. */
  private DomainName staleGlue(Draft zone) {
    DomainName host = named("ns", zone);
    String stale = draw.chance(0.5) ? Addresses.NOBODY : draw.oneOf(addresses.given());
    zone.parent().add(host, Ttls.GLUE, data(InetAddresses.forString(stale)));
    zone.misledTo(stale);
    return host;
  }

  private DomainName name(String label, DomainName origin) {
    return origin.child(label + count++);
  }

  static RData data(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> new A(four);
      case Inet6Address six -> new AAAA(six);
      default -> throw new IllegalArgumentException("no address of the Internet: " + address);
    };
  }
}
