// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.Palette.Style;
import java.io.PrintStream;
import java.util.List;

/** Puts the lines of a trace on paper 80 columns wide: margins, wrapping and colour. */
final class TraceCanvas {
  private static final int WIDTH = 80;
  private static final int LEAST_TEXT = 24;
  private static final int HANGING = 3;

  private final PrintStream out;
  private final Palette palette;

  TraceCanvas(PrintStream out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /** Prints a text, lines after the first one hanging. */
  void line(Margin margin, Style style, String text) {
    boolean fits = text.length() <= room(margin);
    List<String> lines = fits ? List.of(text) : LineWrapper.wrap(text, room(margin) - HANGING);
    for (int i = 0; i < lines.size(); i++) {
      put(i == 0 ? margin : margin.indented(HANGING), palette.paint(style, lines.get(i)));
    }
  }

  /** Prints two texts on one line if they fit, else each on its own. */
  void pair(Margin margin, String first, String second) {
    String both = first + " " + second;
    if (both.length() <= room(margin)) {
      line(margin, Style.NORMAL, both);
    } else {
      line(margin, Style.NORMAL, first);
      line(margin.indented(HANGING), Style.NORMAL, second);
    }
  }

  /**
   * Prints the first line of a block: its number, its subject, and on the right what it measured.
   */
  void head(Margin margin, String number, String subject, String measures) {
    Margin rest = margin.indented(number.length() + 2);
    List<String> lines = LineWrapper.wrap(subject, room(rest));
    String numbered = palette.paint(Style.FAINT, number) + "  ";
    for (int i = 0; i < lines.size(); i++) {
      String text = palette.paint(Style.HEAD, lines.get(i));
      int free = room(rest) - lines.get(i).length() - measures.length();
      boolean last = i == lines.size() - 1;
      String right = last && free >= 2 && !measures.isEmpty() ? " ".repeat(free) + measures : "";
      put(i == 0 ? margin : rest, (i == 0 ? numbered : "") + text + right);
      if (last && free < 2 && !measures.isEmpty()) {
        put(rest, " ".repeat(Math.max(0, room(rest) - measures.length())) + measures);
      }
    }
  }

  /** Prints a line with nothing but the margin. */
  void gap(Margin margin) {
    out.println(palette.paint(Style.FAINT, margin.text().stripTrailing()));
  }

  /** Ends the trace with a line that is quite empty. */
  void end() {
    out.println();
  }

  private void put(Margin margin, String text) {
    out.println(palette.paint(Style.FAINT, margin.text()) + text);
  }

  /** Lookups may be nested so deep that little room is left; then lines grow beyond the width. */
  private static int room(Margin margin) {
    return Math.max(LEAST_TEXT, WIDTH - margin.width());
  }
}
