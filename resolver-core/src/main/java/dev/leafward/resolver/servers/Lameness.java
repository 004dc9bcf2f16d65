// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import java.time.Duration;

/** In which way a server was of no use for a zone, and how long it is asked after all others. */
public enum Lameness {
  /** It does not serve the zone. */
  LAME(Duration.ofMinutes(10)),
  /** It cannot answer, at least one question. */
  UNABLE(Duration.ofMinutes(1));

  private final long nanos;

  Lameness(Duration memory) {
    this.nanos = memory.toNanos();
  }

  long nanos() {
    return nanos;
  }
}
