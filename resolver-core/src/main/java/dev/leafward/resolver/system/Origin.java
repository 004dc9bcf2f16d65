// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

/**
 * Where a setting came from.
 *
 * @param source a file, a variable of the environment, a command, or {@code default}
 * @param line the line of it, from 1; 0 if it has no lines
 */
public record Origin(String source, int line) {

  /** Nobody said anything, so it is what it is by default. */
  public static final Origin DEFAULT = new Origin("default", 0);

  /** The whole of a source. */
  public static Origin of(String source) {
    return new Origin(source, 0);
  }

  /** The source, and the line behind a colon if there is one. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
