// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How questions are put to servers.
 *
 * @param udpPayloadSize the longest reply asked for over UDP, with EDNS; in octets, 512 to 4096
 * @param features what else is done
 */
public record ExchangeOptions(int udpPayloadSize, Set<Feature> features) {

  /** What may be done with questions, or left. */
  public enum Feature {
    /** Queries carry EDNS (RFC 6891). */
    EDNS,
    /** DNSSEC records are asked for (RFC 3225); only with EDNS. */
    DNSSEC_OK,
    /** Cookies are sent and checked (RFC 7873); only with EDNS. */
    COOKIES,
    /** Each letter of a question's name is upper or lower case by chance, and the reply's too. */
    MIXED_CASE,
    /** UDP is never used. */
    TCP_ONLY,
    /** RD is set: for forwarders, which resolve in our place, and for nobody else. */
    RECURSION_DESIRED,
    /** AD is set: whoever validates is to say what it found (RFC 6840 section 5.7). */
    AUTHENTICITY_ASKED
  }

  /** The longest reply over UDP without EDNS (RFC 1035 section 4.2.1). */
  static final int PLAIN_UDP_OCTETS = 512;

  /** What no path is likely to deliver unbroken, and what no server is known to need. */
  private static final int MAX_UDP_OCTETS = 4096;

  /** UDP first, EDNS with 1232 octets (no fragments, RFC 9715), cookies, and nothing else. */
  public static final ExchangeOptions DEFAULT =
      new ExchangeOptions(1232, EnumSet.of(Feature.EDNS, Feature.COOKIES));

  /** Checks the size, and copies the set. */
  public ExchangeOptions {
    if (udpPayloadSize < PLAIN_UDP_OCTETS || udpPayloadSize > MAX_UDP_OCTETS) {
      throw new IllegalArgumentException(
          "the UDP payload size must be from 512 to 4096 octets, not " + udpPayloadSize);
    }
    Set<Feature> copy = EnumSet.noneOf(Feature.class);
    copy.addAll(features);
    features = Collections.unmodifiableSet(copy);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** These options with another size for replies over UDP. */
  public ExchangeOptions withUdpPayloadSize(int octets) {
    return new ExchangeOptions(octets, features);
  }

  private ExchangeOptions with(Feature more) {
    Set<Feature> changed = EnumSet.of(more);
    changed.addAll(features);
    return new ExchangeOptions(udpPayloadSize, changed);
  }

  private ExchangeOptions without(Set<Feature> fewer) {
    Set<Feature> changed = EnumSet.noneOf(Feature.class);
    changed.addAll(features);
    changed.removeAll(fewer);
    return new ExchangeOptions(udpPayloadSize, changed);
  }

  /** These options without EDNS, and so without DNSSEC records or cookies. */
  public ExchangeOptions withoutEdns() {
    return without(EnumSet.of(Feature.EDNS, Feature.DNSSEC_OK, Feature.COOKIES));
  }

  /** These options with EDNS, asking for DNSSEC records. */
  public ExchangeOptions requestingDnssecRecords() {
    return with(Feature.EDNS).with(Feature.DNSSEC_OK);
  }

  /** These options without cookies. */
  public ExchangeOptions withoutCookies() {
    return without(EnumSet.of(Feature.COOKIES));
  }

  /** These options with the case of letters left to chance, and checked. */
  public ExchangeOptions mixingCase() {
    return with(Feature.MIXED_CASE);
  }

  /** These options over TCP only. */
  public ExchangeOptions overTcpOnly() {
    return with(Feature.TCP_ONLY);
  }

  /** These options with RD set: for questions to a forwarder. */
  public ExchangeOptions desiringRecursion() {
    return with(Feature.RECURSION_DESIRED);
  }

  /** These options with AD set: for questions to a resolver that is trusted to validate. */
  public ExchangeOptions askingForAuthenticity() {
    return with(Feature.AUTHENTICITY_ASKED);
  }
}
