// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.rdata.Octets;
import java.net.InetAddress;
import java.util.function.Consumer;

/**
 * What is sent is a query that an authority may be sent: without RD, one question; and never to an
 * address that no server can have.
 */
final class QueryCheck implements Check {

  private static final int FLAGS = 2;
  private static final int RD = 1;
  private static final int QDCOUNT = 4;

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    for (SimulatedExchange each : play.exchanges()) {
      InetAddress server = each.server().getAddress();
      if (server.isLoopbackAddress()
          || server.isAnyLocalAddress()
          || server.isMulticastAddress()
          || server.isLinkLocalAddress()) {
        violations.accept("sent a query to " + server.getHostAddress());
      }
      if (!isProper(each.query())) {
        violations.accept("sent what no authority should be sent: " + each);
      }
    }
  }

  private static boolean isProper(Octets octets) {
    byte[] query = octets.toArray();
    return (query[FLAGS] & RD) == 0 && query[QDCOUNT] == 0 && query[QDCOUNT + 1] == 1;
  }
}
