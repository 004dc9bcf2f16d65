// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.net.InetAddress;
import java.util.List;

/**
 * A host that takes mail for a domain.
 *
 * @param host the host, without a final dot
 * @param preference 0..65535, lower is tried first
 * @param outcome what became of the host's lookup
 */
public record MailServer(String host, int preference, HostOutcome outcome) {

  /** The host's addresses, in the order in which to try them; empty if none are known. */
  public List<InetAddress> addresses() {
    return HostText.named(host, outcome.addresses());
  }
}
