// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A {@link Plot} in the making. */
final class Draft {

  private final DomainName origin;
  private final Set<ResourceRecord> records = new LinkedHashSet<>();
  private final Set<String> servers = new LinkedHashSet<>();
  private final Set<DomainName> hosts = new LinkedHashSet<>();

  private final Set<String> strays = new LinkedHashSet<>();

  /** The zones above which it lies, the nearest first; none for the root. */
  private final List<Draft> ancestors = new ArrayList<>();

  Draft(DomainName origin) {
    this.origin = origin;
  }

  DomainName origin() {
    return origin;
  }

  /** The zone that delegates this one. */
  Draft parent() {
    return ancestors.getFirst();
  }

  boolean isRoot() {
    return origin.isRoot();
  }

  void liesIn(List<Draft> enclosing) {
    ancestors.addAll(enclosing);
  }

  void add(DomainName owner, long ttl, RData data) {
    records.add(new ResourceRecord(owner, RRClass.IN, ttl, data));
  }

  void servedAt(String address) {
    servers.add(address);
  }

  void misledTo(String address) {
    strays.add(address);
  }

  void hostedBy(DomainName host) {
    hosts.add(host);
  }

  Set<DomainName> hosts() {
    return hosts;
  }

  Plot plot() {
    return new Plot(
        origin,
        List.copyOf(records),
        List.copyOf(servers),
        List.copyOf(hosts),
        List.copyOf(strays));
  }
}
