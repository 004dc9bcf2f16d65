// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.net.InetAddresses;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.MX;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.SOA;
import dev.leafward.wire.rdata.TXT;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what the zones hold besides name servers: hosts, empty non-terminals, wildcards, webs of
 * aliases, RRsets of any size and TTL.
 */
final class ContentGenerator {

  private static final List<String> LABELS =
      List.of("www", "mail", "a", "b", "c", "_sip", "dot\\.ted", "UPPER", "y".repeat(60));

  private static final int MOST_OCTETS = 170;

  private final Draw draw;
  private final DraftWorld world;

  /** Names that an alias may well point to. */
  private final List<DomainName> targets = new ArrayList<>();

  private int count;

  ContentGenerator(Draw draw, DraftWorld world) {
    this.draw = draw;
    this.world = world;
  }

  void generate() {
    world.zones().forEach(this::fill);
    world.zones().forEach(this::addAliases);
  }

  private void fill(Draft zone) {
    DomainName origin = zone.origin();
    zone.add(
        origin,
        Ttls.draw(draw),
        new SOA(
            origin.child("primary"),
            origin.child("admin"),
            1,
            7_200,
            900,
            86_400,
            draw.oneOf(List.of(0L, 10L, 300L, 3_600L, 86_400L))));
    targets.add(origin);
    int names = draw.between(0, 5);
    for (int i = 0; i < names; i++) {
      addHost(zone, within(zone));
    }
    if (draw.chance(0.3)) {
      addHost(zone, within(zone).wildcard());
    }
    if (draw.chance(0.05)) {
      addHugeSet(zone, within(zone));
    }
  }

  private DomainName within(Draft zone) {
    DomainName name = zone.origin();
    int labels = draw.chance(0.7) ? 1 : draw.between(2, 4);
    for (int i = 0; i < labels && name.octets() < MOST_OCTETS; i++) {
      name = name.child(draw.oneOf(LABELS));
    }
    return name;
  }

  private boolean isFree(Draft zone, DomainName name) {
    return world.zoneOf(name).equals(zone);
  }

  private void addHost(Draft zone, DomainName name) {
    if (!isFree(zone, name) || targets.contains(name)) {
      return;
    }
    targets.add(name);
    if (draw.chance(0.7)) {
      addAll(zone, name, draw.between(1, 3), i -> address("192.0.2." + (i + 1)));
    }
    if (draw.chance(0.3)) {
      addAll(zone, name, draw.between(1, 2), i -> address("2001:db8::" + (i + 1)));
    }
    if (draw.chance(0.3)) {
      addAll(zone, name, draw.between(1, 4), i -> TXT.of("text " + i, "of " + name));
    }
    if (draw.chance(0.2)) {
      addAll(zone, name, 1, i -> new MX(i, draw.oneOf(targets)));
    }
  }

  private void addHugeSet(Draft zone, DomainName name) {
    if (!isFree(zone, name) || targets.contains(name)) {
      return;
    }
    targets.add(name);
    if (draw.chance(0.5)) {
      addAll(zone, name, draw.between(80, 300), i -> address("198.18." + i / 250 + "." + i % 250));
    } else {
      addAll(zone, name, draw.between(5, 60), i -> TXT.of(i + "t".repeat(200)));
    }
  }

  private void addAliases(Draft zone) {
    int aliases = draw.chance(0.5) ? 0 : draw.between(1, 4);
    for (int i = 0; i < aliases; i++) {
      DomainName owner = zone.origin().child("cname" + count++);
      zone.add(owner, Ttls.draw(draw), new CNAME(target()));
      targets.add(owner);
    }
    if (draw.chance(0.15)) {
      DomainName owner = zone.origin().child("tree" + count++);
      zone.add(owner, Ttls.draw(draw), new DNAME(target()));
      targets.add(owner.child("leaf"));
    }
    if (draw.chance(0.1)) {
      DomainName owner = zone.origin().child("wild" + count++).wildcard();
      zone.add(owner, Ttls.draw(draw), new CNAME(target()));
      targets.add(owner.parent().child("any"));
    }
  }

  private DomainName target() {
    DomainName target = draw.oneOf(targets);
    return draw.chance(0.15) && target.octets() < MOST_OCTETS ? target.child("nosuch") : target;
  }

  private interface Numbered {
    RData data(int number);
  }

  /** Adds an RRset: records of one type under one TTL. */
  private void addAll(Draft zone, DomainName name, int size, Numbered data) {
    long ttl = Ttls.draw(draw);
    for (int i = 0; i < size; i++) {
      zone.add(name, ttl, data.data(i));
    }
  }

  private static RData address(String literal) {
    return HostGenerator.data(InetAddresses.forString(literal));
  }
}
