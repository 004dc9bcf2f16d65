// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

/**
 * Bounds on what a message may hold before it counts as hostile.
 *
 * <p>They bound work that the octets of the message do not bound well enough by themselves. Nothing
 * is allocated on the word of a count.
 *
 * @param maxEntries how many questions and records together a message may announce
 * @param maxEdnsOptions how many options OPT may hold; CVE-2026-41292 was 16,000 of them
 */
public record DecodeLimits(int maxEntries, int maxEdnsOptions) {
  /**
   * 4,096 questions and records, just more than the address records that 65,535 octets can hold,
   * and 32 options.
   */
  public static final DecodeLimits DEFAULT = new DecodeLimits(4096, 32);

  /** Checks that the limits are not negative. */
  public DecodeLimits {
    if (maxEntries < 0 || maxEdnsOptions < 0) {
      throw new IllegalArgumentException("a negative limit");
    }
  }
}
