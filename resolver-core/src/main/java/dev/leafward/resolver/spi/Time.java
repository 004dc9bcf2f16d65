// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import java.time.Instant;

/** The resolver's clocks. A simulation puts its own in their place. */
public interface Time {

  /**
   * Monotonic time in nanoseconds from an arbitrary origin, as {@link System#nanoTime()}: compare
   * two readings by their difference only. TTLs and timeouts are measured by it.
   */
  long nanos();

  /** The time of day. Only signatures may depend on it. */
  Instant wallClock();
}
