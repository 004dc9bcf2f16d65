// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The name that a probe looks up through the JDK to see whether it arrives here. A new one each
 * time, because the JDK remembers what it did not find; closed when the probe ends.
 */
final class ProbeName implements AutoCloseable {

  /** RFC 6761 section 6.4: it exists nowhere. */
  private static final String SUFFIX = ".leafward-probe.invalid";

  /** Several threads may probe at once. */
  private static final Map<String, ProbeName> UNDER_WAY = new ConcurrentHashMap<>();

  private final String text = UUID.randomUUID() + SUFFIX;
  private volatile boolean arrived;

  private ProbeName() {}

  /** A new one, expected from now on. */
  static ProbeName expected() {
    ProbeName name = new ProbeName();
    UNDER_WAY.put(name.text, name);
    return name;
  }

  /** True if only a probe can have asked for this name; then it has arrived. */
  static boolean arrived(String host) {
    if (!host.endsWith(SUFFIX)) {
      return false;
    }
    ProbeName name = UNDER_WAY.get(host);
    if (name != null) {
      name.arrived = true;
    }
    return true;
  }

  boolean hasArrived() {
    return arrived;
  }

  @Override
  public void close() {
    UNDER_WAY.remove(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
