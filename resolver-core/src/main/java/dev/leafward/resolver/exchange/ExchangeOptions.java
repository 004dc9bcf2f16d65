// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

/**
 * How questions are put to servers.
 *
 * @param edns whether queries carry EDNS (RFC 6891)
 * @param udpPayloadSize the longest reply asked for over UDP, with EDNS; in octets, 512 to 4096
 * @param dnssecOk whether DNSSEC records are asked for (RFC 3225); only with EDNS
 * @param tcpOnly whether UDP is never used
 * @param recursionDesired whether RD is set: for forwarders, which resolve in our place, and for
 *     nobody else
 */
public record ExchangeOptions(
    boolean edns, int udpPayloadSize, boolean dnssecOk, boolean tcpOnly, boolean recursionDesired) {

  /** The longest reply over UDP without EDNS (RFC 1035 section 4.2.1). */
  static final int PLAIN_UDP_OCTETS = 512;

  /** What no path is likely to deliver unbroken, and what no server is known to need. */
  private static final int MAX_UDP_OCTETS = 4096;

  /** UDP first, EDNS with 1232 octets (no fragments, RFC 9715), no DNSSEC records, RD=0. */
  public static final ExchangeOptions DEFAULT =
      new ExchangeOptions(true, 1232, false, false, false);

  /** Checks the size. */
  public ExchangeOptions {
    if (udpPayloadSize < PLAIN_UDP_OCTETS || udpPayloadSize > MAX_UDP_OCTETS) {
      throw new IllegalArgumentException(
          "the UDP payload size must be from 512 to 4096 octets, not " + udpPayloadSize);
    }
  }

  /** These options with another size for replies over UDP. */
  public ExchangeOptions withUdpPayloadSize(int octets) {
    return new ExchangeOptions(edns, octets, dnssecOk, tcpOnly, recursionDesired);
  }

  /** These options without EDNS, and so without DNSSEC records. */
  public ExchangeOptions withoutEdns() {
    return new ExchangeOptions(false, udpPayloadSize, false, tcpOnly, recursionDesired);
  }

  /** These options with EDNS, asking for DNSSEC records. */
  public ExchangeOptions requestingDnssecRecords() {
    return new ExchangeOptions(true, udpPayloadSize, true, tcpOnly, recursionDesired);
  }

  /** These options over TCP only. */
  public ExchangeOptions overTcpOnly() {
    return new ExchangeOptions(edns, udpPayloadSize, dnssecOk, true, recursionDesired);
  }

  /** These options with RD set: for questions to a forwarder. */
  public ExchangeOptions desiringRecursion() {
    return new ExchangeOptions(edns, udpPayloadSize, dnssecOk, tcpOnly, true);
  }
}
