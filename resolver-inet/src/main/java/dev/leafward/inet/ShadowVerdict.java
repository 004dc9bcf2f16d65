// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.util.Locale;
import java.util.Set;

/** How Leafward's answer stands to the JDK's. */
enum ShadowVerdict {
  /** The same addresses, in whatever order, or neither has found any. */
  SAME,
  /** Both have found some, and not the same. */
  DIFFERENT,
  /** Leafward says that there are none. */
  FOUND_BY_JDK_ONLY,
  /** The JDK has found none. */
  FOUND_BY_LEAFWARD_ONLY,
  /** Leafward could not find out what the JDK did. */
  LEAFWARD_FAILED;

  static ShadowVerdict of(ShadowSide jdk, ShadowSide leafward) {
    if (jdk.found().isEmpty()) {
      return leafward.found().isEmpty() ? SAME : FOUND_BY_LEAFWARD_ONLY;
    }
    if (leafward.found().isEmpty()) {
      return leafward.isConclusive() ? FOUND_BY_JDK_ONLY : LEAFWARD_FAILED;
    }
    return Set.copyOf(jdk.found()).equals(Set.copyOf(leafward.found())) ? SAME : DIFFERENT;
  }

  /** As it stands in the log and in recordings. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
