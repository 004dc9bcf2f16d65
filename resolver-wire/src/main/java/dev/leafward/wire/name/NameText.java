// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.name;

import java.util.Arrays;

/**
 * Translates between the presentation form of a domain name and its wire octets.
 *
 * <p>RFC 1035 5.1: {@code \DDD} is the octet of that decimal value, a backslash before any other
 * character takes that character literally.
 */
final class NameText {
  private final String text;
  private final byte[] wire = new byte[DomainName.MAX_OCTETS];
  private int length;
  private int next;

  private NameText(String text) {
    this.text = text;
  }

  /** Parses a name; what does not end in a dot is continued with {@code origin}. */
  static byte[] parse(String text, DomainName origin) {
    if (text.equals(".")) {
      return new byte[1];
    }
    NameText parser = new NameText(text);
    boolean absolute = false;
    do {
      absolute = parser.label();
    } while (parser.next < text.length());
    DomainName suffix = absolute ? DomainName.ROOT : origin;
    if (parser.length + suffix.octets() > DomainName.MAX_OCTETS) {
      throw new InvalidNameException("name longer than 255 octets", text.length());
    }
    int end = parser.length + suffix.copyTo(parser.wire, parser.length);
    return Arrays.copyOf(parser.wire, end);
  }

  /** Parses one label and returns it with its length octet before it. */
  static byte[] parseLabel(String text) {
    NameText parser = new NameText(text);
    if (parser.label() || parser.next < text.length()) {
      throw new InvalidNameException("a dot in what should be one label", parser.next - 1);
    }
    return Arrays.copyOf(parser.wire, parser.length);
  }

  /** Consumes one label and the dot after it, if any; says whether there was a dot. */
  private boolean label() {
    int lengthAt = length;
    boolean dot = false;
    put(0);
    while (next < text.length() && !dot) {
      char c = text.charAt(next);
      if (c == '.') {
        dot = true;
      } else if (length - lengthAt > DomainName.MAX_LABEL_OCTETS) {
        throw new InvalidNameException("label longer than 63 octets", next);
      } else {
        put(c == '\\' ? escaped() : literal(c));
      }
      next++;
    }
    int octets = length - lengthAt - 1;
    if (octets == 0) {
      throw new InvalidNameException("empty label", dot ? next - 1 : next);
    }
    wire[lengthAt] = (byte) octets;
    return dot;
  }

  private int literal(char c) {
    if (c > 0x7F) {
      throw new InvalidNameException(
          "character outside ASCII (an internationalized label is written as its xn-- form)", next);
    }
    return c;
  }

  /** Decodes the escape at {@code next} and leaves {@code next} on its last character. */
  private int escaped() {
    int backslash = next++;
    if (next == text.length()) {
      throw new InvalidNameException("nothing follows the backslash", backslash);
    }
    char c = text.charAt(next);
    if (!isDigit(c)) {
      return literal(c);
    }
    int value = 0;
    for (int i = 0; i < 3; i++) {
      if (next + i == text.length() || !isDigit(text.charAt(next + i))) {
        throw new InvalidNameException("a decimal escape needs three digits", backslash);
      }
      value = value * 10 + text.charAt(next + i) - '0';
    }
    if (value > 255) {
      throw new InvalidNameException("a decimal escape goes up to \\255", backslash);
    }
    next += 2;
    return value;
  }

  private void put(int octet) {
    if (length == wire.length) {
      throw new InvalidNameException("name longer than 255 octets", next);
    }
    wire[length++] = (byte) octet;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Renders a name: printable ASCII only, and nothing a zone file would read as syntax. */
  static String format(DomainName name) {
    if (name.isRoot()) {
      return ".";
    }
    StringBuilder text = new StringBuilder(name.octets() + 8);
    int at = 0;
    for (int length = name.octetAt(0); length != 0; length = name.octetAt(at)) {
      for (int i = 1; i <= length; i++) {
        append(text, name.octetAt(at + i));
      }
      text.append('.');
      at += 1 + length;
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int octet) {
    if (octet < 0x21 || octet > 0x7E) {
      text.append('\\')
          .append((char) ('0' + octet / 100))
          .append((char) ('0' + octet / 10 % 10))
          .append((char) ('0' + octet % 10));
      return;
    }
    if (".\"();@$\\".indexOf(octet) >= 0) {
      text.append('\\');
    }
    text.append((char) octet);
  }
}
