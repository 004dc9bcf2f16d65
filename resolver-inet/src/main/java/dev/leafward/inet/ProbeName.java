// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The name that a probe looks up through the JDK to see whether it arrives here. A new one each
 * time, because the JDK remembers what it did not find.
 */
final class ProbeName {

  /** RFC 6761 section 6.4: it exists nowhere. */
  private static final String SUFFIX = ".leafward-probe.invalid";

  private static final AtomicReference<@Nullable String> LAST_ARRIVED = new AtomicReference<>();

  private final String text = UUID.randomUUID() + SUFFIX;

  /** True if a probe asked for this name; then it has arrived. */
  static boolean arrived(String host) {
    if (!host.endsWith(SUFFIX)) {
      return false;
    }
    LAST_ARRIVED.set(host);
    return true;
  }

  boolean hasArrived() {
    return text.equals(LAST_ARRIVED.get());
  }

  @Override
  public String toString() {
    return text;
  }
}
