// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.SecurityStatus;

/** Where what the cache of an engine does not have comes from: what kind of resolver it is. */
public abstract sealed class Sources permits RecursiveSources, StubSources {

  Sources() {}

  /** Chooses among the sources of one engine. */
  abstract Router router(Workings workings);

  /** What is known of an answer's authenticity that was found in this way. */
  SecurityStatus security(Explanation found) {
    return SecurityStatus.INDETERMINATE;
  }

  /**
   * Whether others are asked now than before, so that what those said is to be forgotten; true only
   * until somebody has asked.
   */
  boolean haveChanged() {
    return false;
  }
}
