// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/** For which names the denial of a name counts that no signature proves (RFC 8020). */
public enum DenialReach {
  /**
   * For the very name: the default. Some servers deny names that have nothing but other names below
   * them, and a forged denial does no more harm than a forged answer.
   */
  NAME,
  /**
   * For all names below it too, if the denial came in a way that nobody can forge by guessing: over
   * TCP, or with a cookie (RFC 7873). It saves a query for each of them, and does not count for
   * data that are known, nor where another route or local data begin.
   */
  SUBTREE
}
