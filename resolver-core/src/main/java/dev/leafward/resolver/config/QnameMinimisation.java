// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/** How much of a name the servers on the way to its answer get to see (RFC 9156). */
public enum QnameMinimisation {
  /** All of it: every server is asked the full question. */
  OFF,
  /**
   * No more than it takes; but where a server answers a shortened question with an error, the full
   * one is asked: some servers know nothing of names without records (RFC 9156 section 2.3). The
   * servers of the root and of top-level domains are believed when they deny a name, and see the
   * full one only if all of them failed.
   */
  RELAXED,
  /**
   * No more than it takes, whatever servers answer: where a shorter name does not exist, the longer
   * one does not either (RFC 8020).
   */
  STRICT
}
