// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines that this module logs, all under the name of its package. First used at the first
 * lookup: a back end may look up the name of this machine when it starts.
 */
final class Log {

  private static final Logger LOG = LoggerFactory.getLogger("dev.leafward.inet");

  private Log() {}

  /** Who answers from now on; the one line about it. */
  static void started(Started started) {
    if (started.isAsChosen()) {
      LOG.info("{}", started.text());
    } else {
      LOG.warn("{}", started.text(), started.failure());
    }
  }

  /** A difference in shadow mode. */
  static void different(
      String host, ShadowVerdict verdict, ShadowSide jdk, ShadowSide leafward, long unlogged) {
    LOG.warn(
        "shadow: {} {}: JDK [{}] in {} us, Leafward [{}] in {} us{}",
        PrintableText.name(host),
        verdict.text(),
        jdk,
        jdk.took().toNanos() / 1000,
        leafward,
        leafward.took().toNanos() / 1000,
        unlogged == 0 ? "" : "; " + unlogged + " differences before it were not logged");
  }
}
