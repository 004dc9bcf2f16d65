// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.delegation;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.text.ZoneFileReader;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The floor of the tree: the servers of the root, as configured (RFC 9609 section 2).
 *
 * <p>Immutable. What the root says about its own servers (priming, RFC 9609 section 3) is an
 * ordinary delegation in the cache, and {@link DelegationFinder} prefers it while it lasts.
 */
public final class RootServers {
  private final ZoneCut cut;

  private RootServers(ZoneCut cut) {
    this.cut = cut;
  }

  /**
   * Reads the servers of the root from hints as IANA publishes them in {@code named.root}: NS
   * records of the root, and the addresses of the names that they give. All other records are
   * ignored, TTLs too.
   *
   * @param hints a text in the format of zone files (RFC 1035 section 5.1)
   * @throws TextFormatException if the text is not in that format, or names no server of the root,
   *     or no address for any of them
   */
  public static RootServers fromHints(String hints) throws TextFormatException {
    Map<DomainName, Set<InetAddress>> servers = new LinkedHashMap<>();
    List<ResourceRecord> records = ZoneFileReader.readAll(hints, DomainName.ROOT);
    for (ResourceRecord record : records) {
      if (record.name().isRoot() && record.data() instanceof NS ns) {
        servers.put(ns.nameServer(), new LinkedHashSet<>());
      }
    }
    if (servers.isEmpty()) {
      throw unusable("the hints name no server of the root: no NS record of \".\"");
    }
    for (ResourceRecord record : records) {
      Set<InetAddress> addresses = servers.get(record.name());
      if (addresses != null) {
        addAddress(record.data(), addresses);
      }
    }
    if (servers.values().stream().allMatch(Set::isEmpty)) {
      throw unusable("the hints give no address of any server of the root that they name");
    }
    List<NameServer> nameServers = new ArrayList<>();
    servers.forEach((name, addresses) -> nameServers.add(serverOf(name, addresses)));
    return new RootServers(new ZoneCut(DomainName.ROOT, nameServers));
  }

  private static void addAddress(RData data, Set<InetAddress> addresses) {
    if (data instanceof A a) {
      addresses.add(a.address());
    } else if (data instanceof AAAA aaaa) {
      addresses.add(aaaa.address());
    }
  }

  private static NameServer serverOf(DomainName name, Set<InetAddress> addresses) {
    return new NameServer(name, List.copyOf(addresses));
  }

  private static TextFormatException unusable(String reason) {
    return new TextFormatException(reason, 1, 1);
  }

  /** The root and its servers. */
  public ZoneCut cut() {
    return cut;
  }
}
