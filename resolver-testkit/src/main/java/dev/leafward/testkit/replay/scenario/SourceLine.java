// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.io.TextFormatException;
import java.util.Arrays;
import java.util.List;

/**
 * A line of a scenario.
 *
 * @param text without blanks around it
 * @param number counted from 1
 * @param column where the text begins, counted from 1
 */
record SourceLine(String text, int number, int column) {

  static SourceLine of(String line, int number) {
    String text = line.strip();
    return new SourceLine(text, number, line.indexOf(text) + 1);
  }

  /** The words of a line of keywords; what stands behind them as a comment is cut off. */
  List<String> words() {
    String bare = text.split("[;#]", 2)[0].strip();
    return bare.isEmpty() ? List.of() : Arrays.asList(bare.split("\\s+"));
  }

  /** The first word, or nothing. */
  String keyword() {
    List<String> words = words();
    return words.isEmpty() ? "" : words.getFirst();
  }

  /** An error at a word of this line. */
  TextFormatException malformed(String expectation, String word) {
    int at = Math.max(0, text.indexOf(word));
    return new TextFormatException(
        "expected " + expectation + ", not " + TextFormatException.quoted(word),
        number,
        column + at);
  }

  /** An error of this line as a whole. */
  TextFormatException malformed(String expectation) {
    return malformed(expectation, text);
  }
}
