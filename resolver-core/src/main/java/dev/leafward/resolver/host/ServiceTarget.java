// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where a service runs, by an SRV record.
 *
 * @param host the host, without a final dot
 * @param port the port, 0..65535
 * @param priority 0..65535, lower is tried first
 * @param weight 0..65535, the share among those of one priority
 * @param outcome what became of the host's lookup
 */
public record ServiceTarget(String host, int port, int priority, int weight, HostOutcome outcome) {

  /** The host's addresses, in the order in which to try them; empty if none are known. */
  public List<InetAddress> addresses() {
    return HostText.named(host, outcome.addresses());
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
