// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.util.List;

/**
 * One zone of a generated world.
 *
 * @param origin its name
 * @param records its data, with the delegations and the glue that it gives
 * @param servers where it is served, as IP literals
 * @param hosts the names of its servers, as its parent and as itself give them
 * @param strays where those are led who look for its servers, by glue that is wrong
 */
record Plot(
    DomainName origin,
    List<ResourceRecord> records,
    List<String> servers,
    List<DomainName> hosts,
    List<String> strays) {

  Plot {
    records = List.copyOf(records);
    servers = List.copyOf(servers);
    hosts = List.copyOf(hosts);
    strays = List.copyOf(strays);
  }

  /** The same zone with other data. */
  Plot with(List<ResourceRecord> data) {
    return new Plot(origin, data, servers, hosts, strays);
  }
}
