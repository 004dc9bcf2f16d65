// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.io.TextReader.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits the RDATA text of one record into its tokens.
 *
 * <p>RFC 1035 5.1: blanks separate, quotes hold together, a backslash takes away the meaning of the
 * character after it, a semicolon starts a comment, parentheses let the text go on over several
 * lines. Here lines do not end the record, so that parentheses are mere blanks. Escapes stay as
 * they are: what they mean depends on the field.
 */
final class Tokenizer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int line = 1;
  private int lineStart;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> split(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    while (tokenizer.skipBlanks()) {
      tokenizer.token();
    }
    return tokenizer.tokens;
  }

  /** Moves to the next token; false if there is none. */
  private boolean skipBlanks() {
    boolean comment = false;
    for (; next < text.length(); next++) {
      char c = text.charAt(next);
      if (c == '\n') {
        line++;
        lineStart = next + 1;
        comment = false;
      } else if (c == ';') {
        comment = true;
      } else if (!comment && !isBlank(c)) {
        return true;
      }
    }
    return false;
  }

  private void token() {
    int start = next;
    int column = start - lineStart + 1;
    boolean quoted = text.charAt(start) == '"';
    int from = quoted ? start + 1 : start;
    next = from;
    while (next < text.length() && !endsToken(text.charAt(next), quoted)) {
      next += text.charAt(next) == '\\' ? 2 : 1;
    }
    next = Math.min(next, text.length());
    tokens.add(new Token(text.substring(from, next), quoted, line, column));
    if (quoted) {
      next++;
    }
  }

  private static boolean endsToken(char c, boolean quoted) {
    return quoted ? c == '"' : isBlank(c) || c == '\n' || c == '"' || c == ';';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '(' || c == ')';
  }
}
