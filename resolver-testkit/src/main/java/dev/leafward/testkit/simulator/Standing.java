// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

/** How far what comes of a server, a zone or a name can be relied on; the worst comes last. */
enum Standing {
  /** Right answers, sooner or later. */
  SOUND,
  /** Right answers, or none. */
  IMPAIRED,
  /** Whatever a liar likes to have believed about what is its own. */
  LYING;

  Standing orWorse(Standing other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
