// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.wire.rdata.SvcParams;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where and how to connect for a service.
 *
 * @param host the target's name, without a final dot
 * @param port the port, 0..65535
 * @param alpn the protocols that the endpoint supports (RFC 9460 section 7.1.2): those of the
 *     record, and the scheme's default ones unless the record says otherwise
 * @param priority the record's SvcPriority; those without a record come after all with one
 * @param kind what says that it is an endpoint
 * @param params the record's parameters, such as {@code ech}; none without a record
 * @param hints the addresses of the record's {@code ipv4hint} and {@code ipv6hint}, of the families
 *     wanted, in the order in which to try them
 * @param outcome what became of the lookup of the target's addresses
 */
public record Endpoint(
    String host,
    int port,
    List<String> alpn,
    int priority,
    Kind kind,
    SvcParams params,
    List<InetAddress> hints,
    HostOutcome outcome) {

  /** What says that it is an endpoint. */
  public enum Kind {
    /** A record in ServiceMode. */
    SERVICE,
    /** The name that aliases in AliasMode led to, used as it is (RFC 9460 section 3). */
    ALIAS,
    /** The service's own host and port, as without any records. */
    AUTHORITY
  }

  /** Copies the lists. */
  public Endpoint {
    alpn = List.copyOf(alpn);
    hints = List.copyOf(hints);
  }

  /**
   * The addresses, in the order in which to try them; empty if none are known. They are those of
   * the target; the hints only where the target's could not be found out or were not looked up (RFC
   * 9460 section 7.3).
   */
  public List<InetAddress> addresses() {
    boolean isKnown = outcome instanceof HostOutcome.Known;
    return HostText.named(host, isKnown ? outcome.addresses() : hints);
  }

  /** The addresses with the port. */
  public List<InetSocketAddress> socketAddresses() {
    return addresses().stream().map(address -> new InetSocketAddress(address, port)).toList();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
