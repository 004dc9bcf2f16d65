// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.QueryLog;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.server.ServerDirectory;
import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which zones there are and which servers serve them; safe for use by many threads.
 *
 * <p>A zone without addresses of its own waits until somebody looks for a server: by then the zones
 * that hold its name servers' addresses have been added as well.
 */
final class World implements ServerDirectory {

  private static final long HINTS_TTL = 3_600_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final QueryLog log = new QueryLog();
  private final Map<InetSocketAddress, MockServer> servers = new LinkedHashMap<>();
  private final List<Zone> zones = new ArrayList<>();
  private final List<Zone> homeless = new ArrayList<>();

  QueryLog log() {
    return log;
  }

  void add(Zone zone, List<InetSocketAddress> addresses) {
    lock.lock();
    try {
      zones.add(zone);
      if (addresses.isEmpty()) {
        homeless.add(zone);
      }
      addresses.forEach(address -> at(address).serve(zone));
    } finally {
      lock.unlock();
    }
  }

  MockServer server(InetSocketAddress address) {
    lock.lock();
    try {
      settle();
      return at(address);
    } finally {
      lock.unlock();
    }
  }

  List<MockServer> servers() {
    lock.lock();
    try {
      settle();
      return List.copyOf(servers.values());
    } finally {
      lock.unlock();
    }
  }

  List<Zone> zones() {
    lock.lock();
    try {
      return List.copyOf(zones);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<MockServer> find(InetSocketAddress address) {
    lock.lock();
    try {
      settle();
      return Optional.ofNullable(servers.get(address));
    } finally {
      lock.unlock();
    }
  }

  /**
   * The root's servers in master-file form, with the addresses that the zones give them. Where no
   * zone gives any, the first server gets the addresses at which the root zone is served.
   */
  String hints() {
    lock.lock();
    try {
      settle();
      Zone root =
          zones.stream()
              .filter(zone -> zone.origin().isRoot())
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("this Internet has no root zone yet"));
      List<DomainName> hosts = nameServersOf(root);
      StringBuilder text = new StringBuilder();
      hosts.forEach(host -> text.append(". " + HINTS_TTL + " NS " + host + "\n"));
      for (DomainName host : hosts) {
        addressesOf(host).forEach(address -> text.append(hint(host, address)));
      }
      if (hosts.stream().allMatch(host -> addressesOf(host).isEmpty())) {
        serversOf(root).forEach(server -> text.append(hint(hosts.getFirst(), server)));
      }
      return text.toString();
    } finally {
      lock.unlock();
    }
  }

  private static String hint(DomainName host, InetAddress address) {
    String type = address.getAddress().length == 4 ? "A" : "AAAA";
    String literal = InetAddresses.toAddrString(address);
    return host + " " + HINTS_TTL + " " + type + " " + literal + "\n";
  }

  private MockServer at(InetSocketAddress address) {
    return servers.computeIfAbsent(address, each -> new MockServer(each, log));
  }

  private void settle() {
    for (Zone zone : homeless) {
      List<InetAddress> addresses =
          nameServersOf(zone).stream().flatMap(host -> addressesOf(host).stream()).toList();
      if (addresses.isEmpty()) {
        throw new IllegalStateException(
            "no zone gives an address to a name server of "
                + zone.origin()
                + "; say where it is served by at(...)");
      }
      addresses.forEach(address -> at(ServerAddress.of(address)).serve(zone));
    }
    homeless.clear();
  }

  private List<InetAddress> serversOf(Zone zone) {
    return servers.values().stream()
        .filter(server -> server.authority().zones().contains(zone))
        .map(server -> server.address().getAddress())
        .toList();
  }

  private static List<DomainName> nameServersOf(Zone zone) {
    return zone.nameServers().as(NS.class).stream().map(NS::nameServer).toList();
  }

  private Collection<InetAddress> addressesOf(DomainName host) {
    return zones.stream()
        .filter(zone -> host.isAtOrBelow(zone.origin()))
        .flatMap(zone -> zone.addressesOf(host).stream())
        .distinct()
        .toList();
  }
}
