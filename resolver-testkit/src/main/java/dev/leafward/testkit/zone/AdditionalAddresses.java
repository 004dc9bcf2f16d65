// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.MX;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SRV;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The address records that go along with NS, MX and SRV records (RFC 1034 section 4.3.2, step 6;
 * RFC 2782).
 *
 * <p>For name servers the zone's own glue serves as well, within the delegated zone and beside it;
 * for all others only what this authority is authoritative for.
 */
final class AdditionalAddresses {

  private final Authority authority;

  AdditionalAddresses(Authority authority) {
    this.authority = authority;
  }

  /** The address RRsets for what {@code set} points at, those within its owner's zone first. */
  List<RRset> of(RRset set, Zone source) {
    Set<DomainName> hosts = new LinkedHashSet<>();
    List<DomainName> targets = set.rdata().stream().flatMap(AdditionalAddresses::target).toList();
    targets.stream().filter(host -> host.isAtOrBelow(set.name())).forEach(hosts::add);
    hosts.addAll(targets);
    List<RRset> addresses = new ArrayList<>();
    for (DomainName host : hosts) {
      zoneFor(host, set.type(), source)
          .forEach(zone ->
              Stream.of(RRType.A, RRType.AAAA)
                  .flatMap(type -> zone.rrset(host, type).stream())
                  .forEach(addresses::add));
    }
    return addresses;
  }

  private Stream<Zone> zoneFor(DomainName host, RRType why, Zone source) {
    if (why.equals(RRType.NS) && host.isAtOrBelow(source.origin())) {
      return Stream.of(source);
    }
    return authority.zoneOf(host).filter(zone -> zone.isAuthoritativeFor(host)).stream();
  }

  private static Stream<DomainName> target(RData data) {
    return switch (data) {
      case NS ns -> Stream.of(ns.nameServer());
      case MX mx -> Stream.of(mx.exchange());
      case SRV srv -> Stream.of(srv.target());
      default -> Stream.empty();
    };
  }
}
