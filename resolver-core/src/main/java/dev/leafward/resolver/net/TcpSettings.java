// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.config.ResolverLimits;
import java.time.Duration;

/**
 * How connections are kept.
 *
 * @param idleConnections how many are kept while no query is under way on them
 * @param queriesPerConnection how many queries are under way on one at most
 * @param idle for how long one is kept so
 */
record TcpSettings(int idleConnections, int queriesPerConnection, Duration idle) {

  /** Within the few seconds of RFC 7766 section 6.2.3. Servers often close sooner. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  static TcpSettings of(ResolverLimits limits) {
    return new TcpSettings(limits.idleConnections(), limits.queriesPerConnection(), IDLE);
  }

  int idleMillis() {
    return Math.toIntExact(idle.toMillis());
  }
}
