// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into its lines. */
final class Lines {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Lines() {}

  /**
   * The lines, empty ones too, without what ends them: a newline, or a carriage return and a
   * newline. A byte order mark at the beginning is left out, and so is what stands behind a NUL,
   * which to a program in C is where a line ends.
   */
  static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      lines.add(line(text, start, end));
      start = end + 1;
    }
    return lines;
  }

  private static String line(String text, int start, int end) {
    int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
    String line = text.substring(start, last);
    int nul = line.indexOf('\0');
    return nul < 0 ? line : line.substring(0, nul);
  }
}
