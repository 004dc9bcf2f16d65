// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The data of one zone, checked and indexed by name.
 *
 * <p>The text is a master file (RFC 1035 section 5). What must hold of the data is what an
 * authority checks when it loads them: one SOA, at the apex, and NS beside it (RFC 1035 section
 * 5.2); nothing outside the zone; a CNAME alone at its name (RFC 2181 section 10.1); one DNAME at a
 * name and nothing below it (RFC 6672 section 2.4); at a zone cut only NS, DS, NSEC and addresses,
 * and below it only addresses (glue); class IN.
 *
 * <p>Immutable. A look-up costs one hash look-up a label, whatever the size of the zone.
 *
 * <p>It does not sign and does not check signatures; RRSIG records in the text stay with the RRsets
 * that they cover.
 */
public final class Zone {

  private final DomainName origin;
  private final Map<DomainName, ZoneNode> nodes;
  private final ZoneNode apex;
  private final NavigableMap<DomainName, RRset> denials = new TreeMap<>();
  private final int recordCount;

  private Zone(DomainName origin, Map<DomainName, ZoneNode> nodes, int recordCount) {
    this.origin = origin;
    this.nodes = nodes;
    this.recordCount = recordCount;
    ZoneChecks.check(origin, nodes);
    this.apex = Optional.ofNullable(nodes.get(origin)).orElseThrow();
    for (ZoneNode node : nodes.values()) {
      node.find(RRType.NSEC).ifPresent(nsec -> denials.put(node.name(), nsec));
    }
  }

  /**
   * Reads zone text.
   *
   * @param origin the name of the zone, and the origin of relative names in the text
   * @param text a master file; names relative to the origin are welcome
   * @throws InvalidZoneException if the text cannot be read or the data are not a zone
   */
  public static Zone parse(String origin, String text) {
    try {
      return read(DomainName.of(origin), new StringReader(text), origin);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  /**
   * Reads zone text from a stream and closes it.
   *
   * @param origin the name of the zone, and the origin of relative names in the text
   * @param text a master file
   * @param source what to call the text in errors, for instance the file's name
   * @throws InvalidZoneException if the text cannot be read or the data are not a zone
   * @throws IOException if the stream fails
   */
  public static Zone read(DomainName origin, Reader text, String source) throws IOException {
    try {
      return of(origin, ZoneFileReader.readAll(text, source, origin));
    } catch (TextFormatException e) {
      throw new InvalidZoneException(origin, e);
    }
  }

  /**
   * Makes a zone of records.
   *
   * @throws InvalidZoneException if they are not a zone
   */
  public static Zone of(DomainName origin, Collection<ResourceRecord> records) {
    Map<DomainName, List<ResourceRecord>> byName = new LinkedHashMap<>();
    for (ResourceRecord each : records) {
      ZoneChecks.check(origin, each);
      byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
    }
    Map<DomainName, ZoneNode> nodes = HashMap.newHashMap(byName.size() * 2);
    byName.forEach((name, owned) -> nodes.put(name, new ZoneNode(name, RRset.group(owned))));
    byName.keySet().forEach(name -> addEmptyNonTerminals(name, origin, nodes));
    return new Zone(origin, nodes, records.size());
  }

  private static void addEmptyNonTerminals(
      DomainName name, DomainName origin, Map<DomainName, ZoneNode> nodes) {
    for (int labels = name.labelCount() - 1; labels > origin.labelCount(); labels--) {
      nodes.computeIfAbsent(name.suffix(labels), each -> new ZoneNode(each, List.of()));
    }
  }

  /** The name of the zone's apex. */
  public DomainName origin() {
    return origin;
  }

  /** The SOA as it stands in the zone. */
  public RRset soa() {
    return apex.find(RRType.SOA).orElseThrow();
  }

  /** The NS RRset of the apex. */
  public RRset nameServers() {
    return apex.find(RRType.NS).orElseThrow();
  }

  /** How many records the zone was made of. */
  public int recordCount() {
    return recordCount;
  }

  /** Every name of the zone, empty non-terminals and the owners of glue included. */
  public Set<DomainName> names() {
    return Collections.unmodifiableSet(nodes.keySet());
  }

  /**
   * The names at which this zone delegates, in the canonical order of RFC 4034 section 6.1, so that
   * every run sees the same.
   */
  public Set<DomainName> delegations() {
    Set<DomainName> cuts = new TreeSet<>();
    for (ZoneNode node : nodes.values()) {
      if (node != apex && node.has(RRType.NS)) {
        cuts.add(node.name());
      }
    }
    return Collections.unmodifiableSet(cuts);
  }

  /** An RRset exactly as the zone text holds it, glue included; no wildcard, no alias. */
  public Optional<RRset> rrset(DomainName name, RRType type) {
    return Optional.ofNullable(nodes.get(name)).flatMap(node -> node.find(type));
  }

  /** The addresses of a host that the zone text holds, glue included. */
  public List<InetAddress> addressesOf(DomainName host) {
    List<InetAddress> addresses = new ArrayList<>();
    rrset(host, RRType.A)
        .ifPresent(set -> set.as(A.class).forEach(a -> addresses.add(a.address())));
    rrset(host, RRType.AAAA)
        .ifPresent(set -> set.as(AAAA.class).forEach(a -> addresses.add(a.address())));
    return addresses;
  }

  /** Whether this zone, and no child of it, is authoritative for the name. */
  boolean isAuthoritativeFor(DomainName name) {
    return name.isAtOrBelow(origin) && !(match(name, RRType.ANY) instanceof ZoneMatch.Delegation);
  }

  /** The SOA as negative answers carry it: with the negative TTL (RFC 2308 section 3). */
  RRset negativeSoa() {
    RRset soa = soa();
    long minimum = soa.as(SOA.class).getFirst().minimum();
    return soa.withTtl(Math.min(soa.ttl(), minimum));
  }

  /** The NSEC RRset at the name or, where it has none, the one whose span covers it. */
  Optional<RRset> nsecFor(DomainName name) {
    return Optional.ofNullable(denials.floorEntry(name)).map(Map.Entry::getValue);
  }

  /**
   * Walks from the apex down to the name.
   *
   * @param name at or below the origin
   * @param type what is asked for: DS belongs to the upper side of a cut (RFC 4035 section 3.1.4.1)
   */
  ZoneMatch match(DomainName name, RRType type) {
    ZoneNode encloser = apex;
    for (int labels = origin.labelCount(); ; labels++) {
      boolean last = labels == name.labelCount();
      ZoneNode node = nodes.get(name.suffix(labels));
      if (node == null) {
        return belowClosestEncloser(encloser);
      }
      if (node != apex && node.has(RRType.NS) && !(last && type.equals(RRType.DS))) {
        return new ZoneMatch.Delegation(node);
      }
      if (last) {
        return new ZoneMatch.Exact(node);
      }
      if (node.has(RRType.DNAME)) {
        return new ZoneMatch.Redirection(node);
      }
      encloser = node;
    }
  }

  private ZoneMatch belowClosestEncloser(ZoneNode encloser) {
    ZoneNode source = nodes.get(encloser.name().wildcard());
    return source == null ? new ZoneMatch.Nothing(encloser) : new ZoneMatch.Wildcard(source);
  }

  @Override
  public String toString() {
    return "zone " + origin + " (" + recordCount + " records)";
  }
}
