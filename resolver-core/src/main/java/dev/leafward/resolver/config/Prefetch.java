// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/** Whether what is in use is looked up again before it expires. */
public enum Prefetch {
  /** It is looked up when it is next asked for after its expiry: the default. */
  OFF,
  /**
   * Whoever hits an entry in the last tenth of its TTL gets it, and sets off a lookup in the
   * background. Costs up to a tenth more queries, and spares callers the wait.
   */
  LAST_TENTH
}
