// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.TextTokenizer;
import dev.leafward.wire.io.TextTokenizer.LogicalLine;
import dev.leafward.wire.io.TextTokenizer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that one {@code $GENERATE} directive stands for, made one at a time.
 *
 * <p>{@code $GENERATE start-stop/step owner [ttl] [class] type data}, with BIND's meaning: the data
 * is one word, in quotes if it has blanks; owner and data are {@link GeneratePattern}s. What is
 * wrong in a line that was made is reported where its pattern stands.
 */
final class GeneratedLines {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,10})-(\\d{1,10})(?:/(\\d{1,10}))?");
  private static final String EXPECTED_RANGE =
      "a range such as 1-10 or 0-100/2 of numbers up to " + GeneratePattern.MAX_VALUE;

  private final Token ownerWord;
  private final GeneratePattern owner;
  private final List<Token> ttlClassType;
  private final Token dataWord;
  private final GeneratePattern data;
  private final Token end;
  private final long stop;
  private final long step;
  private long value;

  private GeneratedLines(LogicalLine line, long start, long stop, long step) {
    List<Token> words = line.tokens();
    this.ownerWord = words.get(2);
    this.owner = GeneratePattern.of(ownerWord.text());
    this.ttlClassType = words.subList(3, words.size() - 1);
    this.dataWord = words.get(words.size() - 1);
    this.data = GeneratePattern.of(withoutEscapedQuotes(dataWord));
    this.end = line.end();
    this.value = start;
    this.stop = stop;
    this.step = step;
  }

  /**
   * Reads a directive.
   *
   * @param line the whole line
   * @param words its words, of which {@code $GENERATE} has been taken
   * @param context reads the words between owner and data
   * @param maxLines how many lines the directive may stand for
   * @throws TextFormatException if it is malformed, or stands for more
   */
  static GeneratedLines read(
      LogicalLine line, TextReader words, RecordContext context, int maxLines)
      throws TextFormatException {
    Matcher range = RANGE.matcher(words.bareToken(EXPECTED_RANGE));
    if (!range.matches()) {
      throw words.malformed(EXPECTED_RANGE);
    }
    long start = Long.parseLong(range.group(1));
    long stop = Long.parseLong(range.group(2));
    long step = range.group(3) == null ? 1 : Long.parseLong(range.group(3));
    if (start > stop || stop > GeneratePattern.MAX_VALUE || step == 0) {
      throw words.malformed(EXPECTED_RANGE);
    }
    if ((stop - start) / step >= maxLines) {
      throw words.malformed("a range of at most " + maxLines + " values");
    }
    checkPattern(words, "an owner name with $ or ${offset,width,base}");
    context.ttlAndClass(words);
    context.type(words);
    checkPattern(words, "data in one word, or in quotes, with $ or ${offset,width,base}");
    words.expectEnd();
    return new GeneratedLines(line, start, stop, step);
  }

  private static void checkPattern(TextReader words, String expectation)
      throws TextFormatException {
    String word = words.token(expectation);
    try {
      GeneratePattern.of(word);
    } catch (IllegalArgumentException e) {
      throw words.malformed(expectation + " (" + e.getMessage() + ")");
    }
  }

  /** Quotes within the quotes are quotes of the line that is made. */
  private static String withoutEscapedQuotes(Token word) {
    if (!word.quoted()) {
      return word.text();
    }
    String text = word.text();
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(text.charAt(i) == '"' ? "" : "\\").append(text.charAt(i));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  boolean hasNext() {
    return value <= stop;
  }

  /**
   * Makes the next line. An error does not keep those behind it from being made.
   *
   * @throws TextFormatException if the patterns do not make a line with this value
   */
  LogicalLine next() throws TextFormatException {
    long now = value;
    value += step;
    List<Token> tokens = new ArrayList<>();
    tokens.add(at(ownerWord, expand(owner, ownerWord, now), false));
    tokens.addAll(ttlClassType);
    try {
      LogicalLine words = TextTokenizer.singleLine(expand(data, dataWord, now));
      words.tokens().forEach(word -> tokens.add(at(dataWord, word.text(), word.quoted())));
    } catch (TextFormatException e) {
      throw new TextFormatException(e.reason(), dataWord.line(), dataWord.column());
    }
    return new LogicalLine(tokens, false, end);
  }

  private static String expand(GeneratePattern pattern, Token word, long value)
      throws TextFormatException {
    try {
      return pattern.with(value);
    } catch (IllegalArgumentException e) {
      throw new TextFormatException(
          "expected a pattern for the value %d, not %s (%s)"
              .formatted(value, TextFormatException.quoted(word.text()), e.getMessage()),
          word.line(),
          word.column());
    }
  }

  private static Token at(Token place, String text, boolean quoted) {
    return new Token(text, quoted, place.line(), place.column());
  }
}
