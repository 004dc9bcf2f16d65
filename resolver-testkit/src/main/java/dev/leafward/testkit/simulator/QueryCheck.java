// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.rdata.Octets;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is sent is a query that its receiver may be sent: one question, with RD to forwarders and
 * without it to authorities; and never to an address that no server can have.
 */
final class QueryCheck implements Check {

  private static final int FLAGS = 2;
  private static final int RD = 1;
  private static final int QDCOUNT = 4;

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    Set<String> forwarders =
        scenario.setup().detours().stream()
            .flatMap(each -> each.forwarders().keySet().stream())
            .collect(Collectors.toSet());
    for (SimulatedExchange each : play.exchanges()) {
      InetAddress server = each.server().getAddress();
      if (server.isLoopbackAddress()
          || server.isAnyLocalAddress()
          || server.isMulticastAddress()
          || server.isLinkLocalAddress()) {
        violations.accept("sent a query to " + server.getHostAddress());
      }
      boolean forwarded = forwarders.contains(InetAddresses.toAddrString(server));
      if (!isProper(each.query(), forwarded ? RD : 0)) {
        violations.accept("sent what no such server should be sent: " + each);
      }
    }
  }

  private static boolean isProper(Octets octets, int recursion) {
    byte[] query = octets.toArray();
    return (query[FLAGS] & RD) == recursion && query[QDCOUNT] == 0 && query[QDCOUNT + 1] == 1;
  }
}
