// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import dev.leafward.wire.rdata.Octets;
import java.time.Duration;

/**
 * One message that a server sends in reply, and how long it thinks before it does.
 *
 * @param octets the message; any octets at all, so that a hostile server can be played
 * @param delay from the query's arrival, not negative
 */
public record Reply(Octets octets, Duration delay) {

  /** Checks the delay. */
  public Reply {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a reply cannot come " + delay + " after its query");
    }
  }

  /** A reply that is sent at once. */
  public static Reply of(byte[] octets) {
    return new Reply(Octets.of(octets), Duration.ZERO);
  }

  /** The same reply, sent later by this much. */
  public Reply delayedBy(Duration more) {
    return new Reply(octets, delay.plus(more));
  }
}
