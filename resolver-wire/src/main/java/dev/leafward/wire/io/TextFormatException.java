// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says where a text is not the presentation format of DNS data, and what was expected there.
 *
 * <p>RFC 1035 section 5.1. The message reads {@code named.root:12:34: expected an IPv4 address, not
 * "foo"}.
 */
public final class TextFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int MAX_QUOTED_CHARACTERS = 80;

  private final String reason;
  private final int line;
  private final int column;
  private final @Nullable String source;

  /**
   * Describes an error in a text whose name is not known.
   *
   * @param reason what was expected, and what stands there instead
   * @param line counted from 1
   * @param column in characters, counted from 1
   */
  public TextFormatException(String reason, int line, int column) {
    this(reason, line, column, null);
  }

  private TextFormatException(String reason, int line, int column, @Nullable String source) {
    super(
        source == null
            ? "line " + line + ", column " + column + ": " + reason
            : source + ":" + line + ":" + column + ": " + reason);
    this.reason = reason;
    this.line = line;
    this.column = column;
    this.source = source;
  }

  /**
   * Returns the same error in a text with a name.
   *
   * @param name for instance a file name
   * @return a new exception
   */
  public TextFormatException withSource(String name) {
    TextFormatException named = new TextFormatException(reason, line, column, name);
    named.setStackTrace(getStackTrace());
    if (getCause() != null) {
      named.initCause(getCause());
    }
    return named;
  }

  /**
   * Quotes a word of a text for the reason of an error.
   *
   * @param word as it stands in the text, of any length
   * @return the word in quotes, or the beginning of an overlong one and its length
   */
  public static String quoted(String word) {
    if (word.length() <= MAX_QUOTED_CHARACTERS) {
      return "\"" + word + "\"";
    }
    int end = word.offsetByCodePoints(0, word.codePointCount(0, MAX_QUOTED_CHARACTERS) - 1);
    return "\"" + word.substring(0, end) + "...\" of " + word.length() + " characters";
  }

  /**
   * Returns what is wrong, without the place.
   *
   * @return a sentence without a full stop
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the line of the error.
   *
   * @return counted from 1
   */
  public int line() {
    return line;
  }

  /**
   * Returns the column of the error.
   *
   * @return in characters, counted from 1
   */
  public int column() {
    return column;
  }

  /**
   * Returns the name of the text.
   *
   * @return the name given to {@link #withSource}, if any was
   */
  public Optional<String> source() {
    return Optional.ofNullable(source);
  }
}
