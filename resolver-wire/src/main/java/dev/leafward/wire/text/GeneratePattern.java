// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.io.TextTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for the value of a {@code $GENERATE} directive.
 *
 * <p>The syntax is BIND's (ARM, "BIND Primary File Extension: the $GENERATE Directive"): {@code $}
 * is the value, <code>${offset,width,base}</code> the value plus an offset, filled up with zeros to
 * a width, in base d, o, x or X; bases n and N write the hexadecimal digits from the last to the
 * first with dots between, as reverse names of IPv6 need them, the width counting dots too. {@code
 * $$} is a dollar sign. An escape such as {@code \$} stays as it is, for the reader of the result.
 */
final class GeneratePattern {
  static final long MAX_VALUE = Integer.MAX_VALUE;

  private static final int MAX_WIDTH = 255;
  private static final Pattern MODIFIERS =
      Pattern.compile("\\{([-+]?\\d{1,10})(?:,(\\d{1,3})(?:,([doxXnN]))?)?}");

  /** Either literal text, or a place for a value. */
  private sealed interface Piece permits Literal, Place {}

  private record Literal(String text) implements Piece {}

  private record Place(long offset, int width, char base) implements Piece {}

  private static final Place PLAIN = new Place(0, 0, 'd');

  private final List<Piece> pieces;

  private GeneratePattern(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if what follows a dollar sign is malformed
   */
  static GeneratePattern of(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher modifiers = MODIFIERS.matcher(text);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        literal.append(c).append(text.charAt(at++));
      } else if (c == '$' && text.startsWith("$", at)) {
        literal.append(text.charAt(at++));
      } else if (c == '$') {
        pieces.add(new Literal(literal.toString()));
        literal.setLength(0);
        if (text.startsWith("{", at)) {
          pieces.add(place(modifiers.region(at, text.length())));
          at = modifiers.end();
        } else {
          pieces.add(PLAIN);
        }
      } else {
        literal.append(c);
      }
    }
    pieces.add(new Literal(literal.toString()));
    return new GeneratePattern(pieces);
  }

  private static Place place(Matcher modifiers) {
    if (!modifiers.lookingAt()) {
      throw new IllegalArgumentException("what follows ${ is not offset,width,base}");
    }
    long offset = Long.parseLong(modifiers.group(1));
    int width = modifiers.group(2) == null ? 0 : Integer.parseInt(modifiers.group(2));
    char base = modifiers.group(3) == null ? 'd' : modifiers.group(3).charAt(0);
    if (Math.abs(offset) > MAX_VALUE || width > MAX_WIDTH) {
      throw new IllegalArgumentException(
          "an offset goes up to " + MAX_VALUE + ", a width up to " + MAX_WIDTH);
    }
    return new Place(offset, width, base);
  }

  /**
   * Returns the text with a value in its places.
   *
   * @throws IllegalArgumentException if a value with its offset is outside 0..2147483647, or the
   *     text gets too long for a line
   */
  String with(long value) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Literal literal) {
        text.append(literal.text());
      } else if (piece instanceof Place place) {
        append(text, place, value + place.offset());
      }
      if (text.length() > TextTokenizer.MAX_LINE_CHARACTERS) {
        throw new IllegalArgumentException("the line gets too long");
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Place place, long value) {
    if (value < 0 || value > MAX_VALUE) {
      throw new IllegalArgumentException("the value " + value + " is outside 0.." + MAX_VALUE);
    }
    String digits =
        switch (place.base()) {
          case 'o' -> Long.toOctalString(value);
          case 'x' -> Long.toHexString(value);
          case 'X' -> Long.toHexString(value).toUpperCase(Locale.ROOT);
          case 'n' -> nibbles(Long.toHexString(value), place.width());
          case 'N' -> nibbles(Long.toHexString(value).toUpperCase(Locale.ROOT), place.width());
          default -> Long.toString(value);
        };
    text.repeat('0', Math.max(0, place.width() - digits.length())).append(digits);
  }

  /** Turns 1f into f.1, and goes on with .0 to the width; may end in a dot to meet an even one. */
  private static String nibbles(String hex, int width) {
    StringBuilder text = new StringBuilder();
    for (int i = hex.length() - 1; i >= 0 || text.length() < width; i--) {
      text.append(i >= 0 ? hex.charAt(i) : '0');
      if (i > 0 || text.length() < width) {
        text.append('.');
      }
    }
    return text.toString();
  }
}
