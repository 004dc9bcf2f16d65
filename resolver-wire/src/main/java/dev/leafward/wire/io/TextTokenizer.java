// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits master-file text into logical lines of words, one at a time.
 *
 * <p>RFC 1035 section 5.1: blanks part words, {@code ;} begins a comment, parentheses let a logical
 * line run over several lines of text, quotes make one word of anything. Quotes right behind an
 * equals sign belong to the word before, as in {@code key="a value"} (RFC 9460 appendix A). Escapes
 * are recognised, so that an escaped character never parts or ends a word, but left in place: only
 * the reader of a word knows what they mean there.
 *
 * <p>Memory is bounded by the longest logical line, at most {@value #MAX_LINE_CHARACTERS}
 * characters.
 */
public final class TextTokenizer {
  /** The most characters in the words of one logical line: more than any 65,535 octets need. */
  public static final int MAX_LINE_CHARACTERS = 1 << 20;

  private static final int END = -1;

  private static final int BUFFER_CHARACTERS = 8192;

  private final Reader in;
  private final char[] buffer;
  private int bufferEnd;
  private int bufferAt;
  private int line = 1;
  private int column = 1;
  private int lineCharacters;

  /**
   * Prepares to read a text from where the reader stands.
   *
   * @param in the text; the caller closes it
   */
  public TextTokenizer(Reader in) {
    this.in = in;
    this.buffer = new char[BUFFER_CHARACTERS];
  }

  private TextTokenizer(String text) {
    this.in = Reader.nullReader();
    // One character more than the text: a reader asked for none would not tell the end.
    this.buffer = text.concat("\n").toCharArray();
    this.bufferEnd = text.length();
  }

  /**
   * Splits a text of one logical line, without the buffer that a long text needs.
   *
   * @param text for instance the data of one record
   * @return its words; none if it is blank
   * @throws TextFormatException if it has several logical lines, or a quote or a parenthesis is
   *     left open
   */
  public static LogicalLine singleLine(String text) throws TextFormatException {
    TextTokenizer tokenizer = new TextTokenizer(text);
    try {
      LogicalLine line = tokenizer.next();
      if (line == null) {
        return new LogicalLine(List.of(), false, new Token("", false, 1, text.length() + 1));
      }
      LogicalLine second = tokenizer.next();
      if (second != null) {
        Token extra = second.tokens().get(0);
        throw new TextFormatException("expected one line only", extra.line(), extra.column());
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  /**
   * One word of a text.
   *
   * @param text the word with its escapes, without its quotes
   * @param quoted whether the whole word stood in quotes
   * @param line where it begins, counted from 1
   * @param column where it begins, in characters counted from 1
   */
  public record Token(String text, boolean quoted, int line, int column) {}

  /**
   * The words of one logical line, of which a file's have at least one.
   *
   * @param tokens the words in their order
   * @param startsBlank whether blanks stand before the first word: the owner is that of the line
   *     before
   * @param end the place behind the last word
   */
  public record LogicalLine(List<Token> tokens, boolean startsBlank, Token end) {}

  /**
   * Reads up to the end of the next logical line that has any words.
   *
   * @return the line, or null at the end of the text
   * @throws IOException if the text cannot be read
   * @throws TextFormatException if a quote or a parenthesis is left open, or the line is too long
   */
  public @Nullable LogicalLine next() throws IOException, TextFormatException {
    List<Token> tokens = new ArrayList<>();
    Token open = null;
    boolean startsBlank = false;
    lineCharacters = 0;
    while (true) {
      int c = peek();
      if (c == END && open != null) {
        throw new TextFormatException(
            "expected a closing parenthesis before the end", open.line(), open.column());
      }
      if (c == END || (c == '\n' && open == null)) {
        Token end = new Token("", false, line, column);
        take();
        if (!tokens.isEmpty()) {
          return new LogicalLine(tokens, startsBlank, end);
        }
        if (c == END) {
          return null;
        }
        startsBlank = false;
      } else if (isBlank(c) || c == '\n') {
        startsBlank |= column == 1 && tokens.isEmpty();
        take();
      } else if (c == ';') {
        skipComment();
      } else if (c == '(' || c == ')') {
        open = parenthesis(c, open);
      } else {
        tokens.add(c == '"' ? quoted() : bare());
      }
    }
  }

  private @Nullable Token parenthesis(int c, @Nullable Token open)
      throws IOException, TextFormatException {
    Token here = new Token(Character.toString(c), false, line, column);
    if ((c == '(') == (open != null)) {
      String reason = c == '(' ? "unexpected second (" : "unexpected ) without (";
      throw new TextFormatException(reason, line, column);
    }
    take();
    return c == '(' ? here : null;
  }

  private void skipComment() throws IOException {
    while (peek() != '\n' && peek() != END) {
      take();
    }
  }

  private Token quoted() throws IOException, TextFormatException {
    int startLine = line;
    int startColumn = column;
    StringBuilder text = new StringBuilder();
    appendQuoted(text);
    return new Token(text.toString(), true, startLine, startColumn);
  }

  private void appendQuoted(StringBuilder text) throws IOException, TextFormatException {
    int startLine = line;
    int startColumn = column;
    take();
    count();
    while (peek() != '"') {
      if (peek() == '\n' || peek() == END) {
        throw new TextFormatException(
            "expected a closing quote before the end of the line", startLine, startColumn);
      }
      append(text);
    }
    take();
  }

  private Token bare() throws IOException, TextFormatException {
    int startLine = line;
    int startColumn = column;
    StringBuilder text = new StringBuilder();
    boolean afterEquals = false;
    while (!endsWord(peek())) {
      afterEquals = peek() == '=';
      append(text);
    }
    if (afterEquals && peek() == '"') {
      appendQuoted(text);
    }
    return new Token(text.toString(), false, startLine, startColumn);
  }

  /** Takes one character, and with a backslash the one behind it. */
  private void append(StringBuilder text) throws IOException, TextFormatException {
    int c = take();
    text.append((char) c);
    if (c == '\\' && peek() != '\n' && peek() != END) {
      text.append((char) take());
    }
    count();
  }

  private void count() throws TextFormatException {
    lineCharacters++;
    if (lineCharacters > MAX_LINE_CHARACTERS) {
      throw new TextFormatException(
          "a record of more than " + MAX_LINE_CHARACTERS + " characters", line, column);
    }
  }

  private static boolean endsWord(int c) {
    return isBlank(c) || c == '\n' || c == END || c == ';' || c == '(' || c == ')' || c == '"';
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private int peek() throws IOException {
    while (bufferAt == bufferEnd) {
      int read = in.read(buffer, 0, buffer.length);
      if (read < 0) {
        return END;
      }
      bufferAt = 0;
      bufferEnd = read;
    }
    return buffer[bufferAt];
  }

  private int take() throws IOException {
    int c = peek();
    if (c == END) {
      return END;
    }
    bufferAt++;
    if (c == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    return c;
  }
}
