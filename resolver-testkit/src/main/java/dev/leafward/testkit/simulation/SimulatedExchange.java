// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.wire.rdata.Octets;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One message that was sent in a simulation and all that comes of it.
 *
 * <p>Two runs of one seed give equal lists of exchanges, octet for octet.
 *
 * @param sentNanos when, in virtual time
 * @param server to whom
 * @param protocol over what
 * @param query the octets sent
 * @param arrivals what the server's replies bring, whether anybody still waits for it or not
 */
public record SimulatedExchange(
    long sentNanos,
    InetSocketAddress server,
    Protocol protocol,
    Octets query,
    List<Arrival> arrivals) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Takes an immutable copy of the list. */
  public SimulatedExchange {
    arrivals = List.copyOf(arrivals);
  }

  /**
   * A message that reaches the one who asked.
   *
   * @param atNanos when, in virtual time
   * @param message its octets
   */
  public record Arrival(long atNanos, Octets message) {

    @Override
    public String toString() {
      return millis(atNanos) + " (" + message.length() + " octets)";
    }
  }

  /** One line, for instance {@code "12.000 ms UDP 192.0.2.53:53 -> 32.000 ms (61 octets)"}. */
  @Override
  public String toString() {
    String replies =
        arrivals.isEmpty()
            ? "nothing"
            : arrivals.stream().map(Arrival::toString).collect(Collectors.joining(", "));
    return millis(sentNanos)
        + " "
        + protocol
        + " "
        + ServerAddress.format(server)
        + " -> "
        + replies;
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms", nanos / NANOS_PER_MILLI);
  }
}
