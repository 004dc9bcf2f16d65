// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns names in all scripts into the form in which DNS has them, and back for display.
 *
 * <p>By UTS #46, see {@link Uts46}. Names without a letter beyond ASCII and without a label that
 * begins with {@code xn--} stay as they are, underscores and all, and load nothing: the tables take
 * longer to load than a lookup takes.
 */
final class InternationalNames {
  private static final String PREFIX = "xn--";

  /**
   * What may be a label in punycode: not within a longer word, but right behind a colour. A string
   * in quotes is data, and matches without a group.
   */
  private static final Pattern LABEL =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
              + "|(?:(?<![A-Za-z0-9_-])|(?<=\\x1b\\[[0-9;]{1,12}m))"
              + "((?i:xn--)[A-Za-z0-9-]+)");

  private InternationalNames() {}

  /**
   * Returns a name as DNS has it.
   *
   * @param text a name as somebody typed it
   * @throws UsageException if it is no name that can be looked up
   */
  static String toAscii(String text) throws UsageException {
    boolean ascii = CharMatcher.ascii().matchesAllOf(text);
    boolean escaped = text.indexOf('\\') >= 0;
    if (ascii && (escaped || !Ascii.toLowerCase(text).contains(PREFIX))) {
      return text;
    }
    if (escaped) {
      throw new UsageException(
          "'"
              + text
              + "': no escapes where letters beyond ASCII are; write the xn-- form of those");
    }
    if (text.indexOf('\ufffd') >= 0) {
      throw new UsageException(
          "a name could not be read in this locale; set one with UTF-8, or write its xn-- form");
    }
    return Uts46.toAscii(text);
  }

  /**
   * Returns a text with its labels in punycode as people read them. What stands for nothing, and
   * what is in quotes, stays as it is.
   */
  static String toUnicode(String text) {
    return LABEL.matcher(text).replaceAll(InternationalNames::replacement);
  }

  private static String replacement(MatchResult found) {
    String label = found.group(1);
    return Matcher.quoteReplacement(label == null ? found.group() : Uts46.toUnicode(label));
  }
}
