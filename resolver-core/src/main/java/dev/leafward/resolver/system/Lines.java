// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into its lines. */
final class Lines {

  /** How much of a file is read that has a line for each setting, in characters. */
  static final int OF_SETTINGS = 1 << 20;

  /** How much of a hosts file is read, in characters: over half a million lines. */
  static final int OF_HOSTS = 1 << 25;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Lines() {}

  /**
   * The lines, empty ones too, without what ends them: a newline, or a carriage return and a
   * newline. A byte order mark at the beginning is left out, and so is what stands behind a NUL,
   * which to a program in C is where a line ends.
   *
   * @param whole a text, of which what is too much is cut off at the end of a line
   * @param most how many characters of it are looked at
   * @param remarks is told of it
   */
  static List<String> of(String whole, int most, Remarks remarks) {
    String text = whole;
    if (whole.length() > most) {
      text = whole.substring(0, whole.lastIndexOf('\n', most) + 1);
      remarks.add("...", "what is beyond " + most + " characters is not read");
    }
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
