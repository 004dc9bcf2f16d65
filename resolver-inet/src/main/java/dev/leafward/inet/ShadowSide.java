// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of two resolvers made of a lookup.
 *
 * @param found addresses or names as text, none if it found none
 * @param failure why it found none, null if it found some
 * @param took how long it took
 */
record ShadowSide(List<String> found, @Nullable UnknownHostException failure, Duration took) {

  /** True of an answer of Leafward's that says for sure what there is, or that there is nothing. */
  boolean isConclusive() {
    return failure == null || failure.getCause() instanceof HostNotFoundException;
  }

  /** The answer for people. */
  @Override
  public String toString() {
    if (failure == null) {
      return PrintableText.line(String.join(" ", found));
    }
    String reason = failure.getMessage();
    return reason == null ? "not found" : PrintableText.line(reason);
  }
}
