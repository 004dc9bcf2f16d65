// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of zone data; see {@link Zone} for the rules and where they come from.
 *
 * <p>The first broken rule ends the check with a sentence that names the record.
 */
final class ZoneChecks {

  private static final Set<RRType> ADDRESSES = Set.of(RRType.A, RRType.AAAA);
  private static final Set<RRType> AT_A_CUT =
      Set.of(RRType.NS, RRType.DS, RRType.NSEC, RRType.RRSIG, RRType.A, RRType.AAAA);
  private static final Set<RRType> BESIDE_A_CNAME =
      Set.of(RRType.CNAME, RRType.NSEC, RRType.RRSIG, RRType.KEY);
  private static final Set<RRType> SINGLETONS = Set.of(RRType.SOA, RRType.CNAME, RRType.DNAME);

  private final DomainName origin;
  private final Map<DomainName, ZoneNode> nodes;

  private ZoneChecks(DomainName origin, Map<DomainName, ZoneNode> nodes) {
    this.origin = origin;
    this.nodes = nodes;
  }

  /** Checks what can be said of one record alone. */
  static void check(DomainName origin, ResourceRecord each) {
    if (!each.name().isAtOrBelow(origin)) {
      throw new InvalidZoneException(origin, "holds a record outside itself: " + each);
    }
    if (!each.rrClass().equals(RRClass.IN)) {
      throw new InvalidZoneException(origin, "holds a record of a class other than IN: " + each);
    }
    if (each.type().isMeta()) {
      throw new InvalidZoneException(origin, "holds a record of a type for queries only: " + each);
    }
    if (each.type().equals(RRType.SOA) && !each.name().equals(origin)) {
      throw new InvalidZoneException(origin, "has a SOA that is not at its apex: " + each);
    }
  }

  static void check(DomainName origin, Map<DomainName, ZoneNode> nodes) {
    ZoneChecks checks = new ZoneChecks(origin, nodes);
    checks.apex();
    nodes.values().forEach(checks::node);
  }

  private void apex() {
    ZoneNode apex = nodes.get(origin);
    if (apex == null || !apex.has(RRType.SOA)) {
      throw new InvalidZoneException(origin, "has no SOA at its apex");
    }
    if (!apex.has(RRType.NS)) {
      throw new InvalidZoneException(origin, "has no NS at its apex");
    }
  }

  private void node(ZoneNode node) {
    for (RRset set : node.sets()) {
      if (SINGLETONS.contains(set.type()) && set.rdata().size() > 1) {
        throw broken(node, "has more than one " + set.type());
      }
    }
    if (node.has(RRType.CNAME)) {
      RRset stray = firstOutside(BESIDE_A_CNAME, node);
      if (stray != null) {
        throw broken(node, "has " + stray.type() + " beside a CNAME");
      }
    }
    if (node.name().isWildcard() && (node.has(RRType.NS) || node.has(RRType.DNAME))) {
      throw broken(node, "is a wildcard with NS or DNAME, which RFC 4592 leaves undefined");
    }
    cuts(node);
  }

  private void cuts(ZoneNode node) {
    if (node.name().equals(origin)) {
      return;
    }
    if (node.has(RRType.NS)) {
      RRset stray = firstOutside(AT_A_CUT, node);
      if (stray != null) {
        throw broken(node, "is a zone cut, yet has " + stray.type());
      }
    } else if (node.has(RRType.DS)) {
      throw broken(node, "has DS without NS");
    }
    ZoneNode cover = coverOf(node.name());
    if (cover != null) {
      below(node, cover);
    }
  }

  private void below(ZoneNode node, ZoneNode cover) {
    if (cover.has(RRType.DNAME) && !node.sets().isEmpty()) {
      throw broken(node, "lies below the DNAME at " + cover.name());
    }
    RRset stray = firstOutside(ADDRESSES, node);
    if (stray != null) {
      String where = " below the zone cut at " + cover.name() + ", where only glue may be";
      throw broken(node, "has " + stray.type() + where);
    }
  }

  /** The ancestor within the zone that hides what is below it: a cut, or the owner of a DNAME. */
  private @Nullable ZoneNode coverOf(DomainName name) {
    for (int labels = origin.labelCount(); labels < name.labelCount(); labels++) {
      ZoneNode ancestor = nodes.get(name.suffix(labels));
      boolean cut = labels > origin.labelCount() && ancestor != null && ancestor.has(RRType.NS);
      if (ancestor != null && (cut || ancestor.has(RRType.DNAME))) {
        return ancestor;
      }
    }
    return null;
  }

  private static @Nullable RRset firstOutside(Set<RRType> allowed, ZoneNode node) {
    for (RRset set : node.sets()) {
      if (!allowed.contains(set.type())) {
        return set;
      }
    }
    return null;
  }

  private InvalidZoneException broken(ZoneNode node, String problem) {
    return new InvalidZoneException(origin, "is broken: " + node.name() + " " + problem);
  }
}
