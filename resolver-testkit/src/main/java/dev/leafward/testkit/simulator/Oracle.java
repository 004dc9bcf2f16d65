// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a question straight from the zone data.
 *
 * <p>The rules are those of RFC 1034 section 4.3.2, RFC 4592 (wildcards) and RFC 6672 (DNAME), told
 * once more and in another way than the mocked servers know them, so that a mistake of theirs shows
 * too.
 */
final class Oracle {

  private final Topology topology;
  private final Map<Plot, Map<DomainName, Map<RRType, RRset>>> data = new HashMap<>();

  Oracle(Topology topology) {
    this.topology = topology;
  }

  /**
   * What should come of a question.
   *
   * @param aliases those on the way, in order
   * @param names the names on the way, that of the question first
   * @param end what is at the end
   */
  record Truth(List<RRset> aliases, List<DomainName> names, End end) {}

  /** One name of a chain. */
  sealed interface Link {}

  /** A name that stands for another. */
  record Alias(RRset cname) implements Link {
    DomainName target() {
      return cname.as(CNAME.class).getFirst().target();
    }
  }

  /** What the last name of a chain has. */
  sealed interface End extends Link {
    /** Records of the type. */
    record Found(Collection<RRset> rrsets) implements End {}

    /** None of the type, says the SOA, whose TTL is how long that holds. */
    record NoData(RRset soa) implements End {}

    /** Not even the name, says the SOA. */
    record NoSuchName(RRset soa) implements End {}

    /** The aliases lead in a circle. */
    record Circle() implements End {}

    /** A DNAME makes the name too long. */
    record TooLong() implements End {}
  }

  Truth truth(Question question) {
    List<RRset> aliases = new ArrayList<>();
    List<DomainName> names = new ArrayList<>();
    DomainName name = question.name();
    while (true) {
      if (names.contains(name)) {
        return new Truth(aliases, names, new End.Circle());
      }
      names.add(name);
      switch (link(name, question.type())) {
        case End end -> {
          return new Truth(aliases, names, end);
        }
        case Alias alias -> {
          aliases.add(alias.cname());
          name = alias.target();
        }
      }
    }
  }

  /** What a name itself has for a type. */
  Link link(DomainName name, RRType type) {
    Plot zone = zoneFor(name, type);
    Map<RRType, RRset> node = nodeAt(zone, name);
    if (node == null) {
      return dnameTooLong(zone, name);
    }
    return end(zone, node, name, type)
        .<Link>map(end -> end)
        .orElseGet(() -> new Alias(ownedBy(name, node.get(RRType.CNAME))));
  }

  private End dnameTooLong(Plot zone, DomainName name) {
    return dnameAbove(zone, name) == null
        ? new End.NoSuchName(negativeSoa(zone))
        : new End.TooLong();
  }

  /** What the node says to the type; empty if it is an alias. */
  private Optional<End> end(Plot zone, Map<RRType, RRset> node, DomainName name, RRType type) {
    if (type.equals(RRType.ANY) && !node.isEmpty()) {
      return Optional.of(
          new End.Found(node.values().stream().map(set -> ownedBy(name, set)).toList()));
    }
    if (node.containsKey(type)) {
      return Optional.of(new End.Found(List.of(ownedBy(name, node.get(type)))));
    }
    return node.containsKey(RRType.CNAME)
        ? Optional.empty()
        : Optional.of(new End.NoData(negativeSoa(zone)));
  }

  /** What a name has: its own, a wildcard's, or what a DNAME above it makes; null for nothing. */
  private @Nullable Map<RRType, RRset> nodeAt(Plot zone, DomainName name) {
    RRset dname = dnameAbove(zone, name);
    if (dname != null) {
      return synthesised(dname, name);
    }
    Map<DomainName, Map<RRType, RRset>> nodes = nodes(zone);
    for (int labels = name.labelCount(); ; labels--) {
      DomainName encloser = name.suffix(labels);
      Map<RRType, RRset> node = nodes.get(encloser);
      if (node != null) {
        return encloser.equals(name) ? node : nodes.get(encloser.wildcard());
      }
    }
  }

  private @Nullable RRset dnameAbove(Plot zone, DomainName name) {
    for (int labels = zone.origin().labelCount(); labels < name.labelCount(); labels++) {
      Map<RRType, RRset> node = nodes(zone).get(name.suffix(labels));
      if (node != null && node.containsKey(RRType.DNAME)) {
        return node.get(RRType.DNAME);
      }
    }
    return null;
  }

  private static @Nullable Map<RRType, RRset> synthesised(RRset dname, DomainName name) {
    DomainName suffix = dname.as(DNAME.class).getFirst().target();
    return name.replaceSuffix(dname.name(), suffix)
        .map(target ->
            Map.of(
                RRType.CNAME,
                RRset.of(new ResourceRecord(name, RRClass.IN, dname.ttl(), new CNAME(target)))))
        .orElse(null);
  }

  private static RRset ownedBy(DomainName owner, @Nullable RRset set) {
    if (set == null) {
      throw new IllegalArgumentException("there is nothing that " + owner + " could own");
    }
    return RRset.of(owner, set.rrClass(), set.ttl(), set.rdata(), List.of());
  }

  /** DS is a record of the upper side of a cut (RFC 4035 section 3.1.4.1). */
  private Plot zoneFor(DomainName name, RRType type) {
    Plot zone = topology.zoneOf(name);
    boolean atCut = zone.origin().equals(name) && !name.isRoot();
    return atCut && type.equals(RRType.DS) ? topology.parentOf(zone) : zone;
  }

  private RRset negativeSoa(Plot zone) {
    RRset soa = soa(zone);
    return soa.withTtl(Math.min(soa.ttl(), soa.as(SOA.class).getFirst().minimum()));
  }

  private RRset soa(Plot zone) {
    RRset soa = nodes(zone).getOrDefault(zone.origin(), Map.of()).get(RRType.SOA);
    if (soa == null) {
      throw new IllegalStateException(zone.origin() + " has no SOA");
    }
    return soa;
  }

  /** An RRset as the zones on the way to the name have it, glue included. */
  List<RRset> at(DomainName name, RRType type) {
    return Stream.iterate(name.labelCount(), labels -> labels >= 0, labels -> labels - 1)
        .map(labels -> topology.zoneOf(name.suffix(labels)))
        .map(zone -> nodes(zone).getOrDefault(name, Map.of()).get(type))
        .filter(Objects::nonNull)
        .toList();
  }

  private Map<DomainName, Map<RRType, RRset>> nodes(Plot zone) {
    return data.computeIfAbsent(zone, Oracle::index);
  }

  /** By name and type; with the empty non-terminals. */
  private static Map<DomainName, Map<RRType, RRset>> index(Plot zone) {
    Map<DomainName, Map<RRType, RRset>> nodes = new HashMap<>();
    for (RRset set : RRset.group(zone.records())) {
      for (int labels = zone.origin().labelCount(); labels < set.name().labelCount(); labels++) {
        nodes.computeIfAbsent(set.name().suffix(labels), name -> new LinkedHashMap<>());
      }
      nodes.computeIfAbsent(set.name(), name -> new LinkedHashMap<>()).put(set.type(), set);
    }
    return nodes;
  }
}
