// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines at its spaces. A word that is longer than a line, as a domain name may be,
 * is broken after a dot or hyphen where it has one; nothing is ever left out.
 */
final class LineWrapper {

  private LineWrapper() {}

  /**
   * Breaks a text.
   *
   * @param text words with single spaces between them
   * @param width the most characters of a line, at least 1
   * @return the lines; at least one
   */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
        flush(line, lines);
      }
      while (rest.length() > width) {
        int end = breakPoint(rest, width);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      flush(line, lines);
    }
    return lines;
  }

  private static void flush(StringBuilder line, List<String> lines) {
    lines.add(line.toString());
    line.setLength(0);
  }

  private static int breakPoint(String word, int width) {
    int best = Math.max(word.lastIndexOf('.', width - 1), word.lastIndexOf('-', width - 1));
    return best > 0 ? best + 1 : width;
  }
}
