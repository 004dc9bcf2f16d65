// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.List;

/** Draws TTLs: the usual ones, and the ones at the edges. */
final class Ttls {

  /** Those of all addresses of name servers: one host may get several, which are one RRset. */
  static final long GLUE = 3_600;

  private static final List<Long> CHOICES =
      List.of(0L, 1L, 5L, 60L, 300L, 300L, 3_600L, 3_600L, 86_400L, 604_800L, 0x7FFF_FFFFL);

  private Ttls() {}

  static long draw(Draw draw) {
    return draw.oneOf(CHOICES);
  }
}
