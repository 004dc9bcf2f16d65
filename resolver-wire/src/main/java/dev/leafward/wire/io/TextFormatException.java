// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

/** Says why a presentation text is no DNS data, and where: source, line and column. */
public final class TextFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final int column;
  private final String source;

  /**
   * Makes an exception about a text without a name.
   *
   * @param reason what is wrong, without the place
   * @param line the line, from 1
   * @param column the column, from 1
   */
  public TextFormatException(String reason, int line, int column) {
    this(reason, line, column, "");
  }

  private TextFormatException(String reason, int line, int column, String source) {
    super((source.isEmpty() ? "" : source + ":") + line + ":" + column + ": " + reason);
    this.reason = reason;
    this.line = line;
    this.column = column;
    this.source = source;
  }

  /** Returns the same fault, found in the text of that name, usually a file's. */
  public TextFormatException withSource(String name) {
    TextFormatException named = new TextFormatException(reason, line, column, name);
    named.setStackTrace(getStackTrace());
    return named;
  }

  /** Returns what is wrong, without the place. */
  public String reason() {
    return reason;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the column, from 1. */
  public int column() {
    return column;
  }

  /** Returns the name of the text, empty if it has none. */
  public String source() {
    return source;
  }
}
