// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.simulator.History.Age;
import dev.leafward.testkit.simulator.Oracle.End;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.MX;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import dev.leafward.wire.rdata.TXT;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws what becomes of the zones between the rounds of questions: data change, go and come, and
 * servers are out of reach for a round. Name servers stay where they are.
 */
final class ChangeGenerator {

  private static final Set<RRType> CHANGING =
      Set.of(RRType.A, RRType.AAAA, RRType.TXT, RRType.MX, RRType.CNAME);

  private final Draw draw;
  private final List<Question> asked;
  private final List<DomainName> targets;
  private final Set<DomainName> hosts = new HashSet<>();
  private int count;

  ChangeGenerator(Draw draw, Topology topology, List<Round> rounds) {
    this.draw = draw;
    this.asked =
        rounds.stream()
            .flatMap(round -> round.callers().stream())
            .map(Round.Caller::question)
            .distinct()
            .toList();
    this.targets = asked.stream().map(Question::name).toList();
    topology.plots().forEach(plot -> hosts.addAll(plot.hosts()));
    topology
        .records()
        .filter(each -> hosts.contains(each.name()))
        .flatMap(
            each -> each.data() instanceof CNAME host ? Stream.of(host.target()) : Stream.empty())
        .toList()
        .forEach(hosts::add);
  }

  /** A history in which nothing changes. */
  static History none(Topology topology, int rounds) {
    Age still = new Age(topology, List.of(), Set.of());
    return new History(Stream.generate(() -> still).limit(rounds).toList());
  }

  /**
   * A history.
   *
   * @param outageChance how likely it is that a server is out of reach for a round
   */
  History generate(Topology first, int rounds, double outageChance) {
    List<Age> ages = new ArrayList<>();
    Topology topology = first;
    for (int i = 0; i < rounds; i++) {
      List<Plot> changed = i > 0 && draw.chance(0.7) ? changes(topology) : List.of();
      topology = changed.isEmpty() ? topology : topology.with(changed);
      Set<String> out =
          topology.servers().stream()
              .filter(server -> draw.chance(outageChance))
              .collect(Collectors.toSet());
      ages.add(new Age(topology, changed, out));
    }
    return new History(ages);
  }

  private List<Plot> changes(Topology topology) {
    Oracle oracle = new Oracle(topology);
    Set<DomainName> near =
        asked.stream()
            .flatMap(each -> oracle.truth(each).names().stream())
            .collect(Collectors.toSet());
    List<Plot> changed = new ArrayList<>();
    for (Plot plot : topology.plots()) {
      List<ResourceRecord> records = new ArrayList<>();
      for (RRset set : RRset.group(plot.records())) {
        boolean wildcard = set.name().isWildcard();
        double chance = wildcard || near.contains(set.name()) ? 0.4 : 0.05;
        boolean mayChange = CHANGING.contains(set.type()) && !hosts.contains(set.name());
        records.addAll(mayChange && draw.chance(chance) ? change(set) : set.records());
      }
      near.stream()
          .filter(name -> topology.zoneOf(name).equals(plot) && draw.chance(0.3))
          .filter(name -> oracle.link(name, RRType.A) instanceof End.NoSuchName)
          .forEach(name -> records.add(record(name, 300, address())));
      if (!Set.copyOf(records).equals(Set.copyOf(plot.records()))) {
        changed.add(plot.with(nextSerial(records)));
      }
    }
    return changed;
  }

  /** Other data of the type, or none. */
  private List<ResourceRecord> change(RRset set) {
    if (draw.chance(0.3)) {
      return List.of();
    }
    RData other =
        switch (set.rdata().getFirst()) {
          case A old -> address();
          case AAAA old -> HostGenerator.data(InetAddresses.forString("2001:db8:1::" + ++count));
          case CNAME old -> new CNAME(draw.oneOf(targets));
          case MX old -> new MX(++count, draw.oneOf(targets));
          default -> TXT.of("changed " + ++count);
        };
    return set.withRData(List.of(other)).records();
  }

  private RData address() {
    return HostGenerator.data(InetAddresses.forString("198.51.100." + (1 + ++count % 250)));
  }

  private static ResourceRecord record(DomainName owner, long ttl, RData data) {
    return new ResourceRecord(owner, RRClass.IN, ttl, data);
  }

  private static List<ResourceRecord> nextSerial(List<ResourceRecord> records) {
    return records.stream()
        .map(each ->
            each.data() instanceof SOA soa ? record(each.name(), each.ttl(), next(soa)) : each)
        .toList();
  }

  private static SOA next(SOA soa) {
    return new SOA(
        soa.primary(),
        soa.mailbox(),
        soa.serial() + 1,
        soa.refresh(),
        soa.retry(),
        soa.expire(),
        soa.minimum());
  }
}
