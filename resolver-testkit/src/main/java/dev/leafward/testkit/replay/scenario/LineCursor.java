// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.io.TextFormatException;
import java.util.List;

/** Goes through the lines of a scenario, of which the blank ones and the comments do not count. */
final class LineCursor {

  private final List<String> lines;
  private int next;

  LineCursor(String text) {
    this.lines = text.lines().toList();
  }

  /** Whether a line that counts is left. */
  boolean hasNext() {
    skip();
    return next < lines.size();
  }

  /** The next line that counts, left where it is. */
  SourceLine peek(String expectation) throws TextFormatException {
    if (!hasNext()) {
      throw new TextFormatException(
          "expected " + expectation + ", not the end of the file", lines.size() + 1, 1);
    }
    return SourceLine.of(lines.get(next), next + 1);
  }

  /** The next line that counts. */
  SourceLine next(String expectation) throws TextFormatException {
    SourceLine line = peek(expectation);
    next++;
    return line;
  }

  /** The next line as it stands, whatever it holds. */
  SourceLine nextVerbatim(String expectation) throws TextFormatException {
    if (next >= lines.size()) {
      throw new TextFormatException(
          "expected " + expectation + ", not the end of the file", lines.size() + 1, 1);
    }
    next++;
    return new SourceLine(lines.get(next - 1), next, 1);
  }

  private void skip() {
    while (next < lines.size() && isNothing(lines.get(next).strip())) {
      next++;
    }
  }

  private static boolean isNothing(String text) {
    return text.isEmpty() || text.startsWith(";");
  }
}
