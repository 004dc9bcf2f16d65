// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns names in all scripts into the form in which DNS has them, and back for display.
 *
 * <p>UTS #46 without its transition, which agrees with IDNA2008 (RFC 5891) on the deviations: the
 * sharp s and the final sigma are letters of their own. Symbols, which IDNA2008 excludes, are
 * taken, as there are such names.
 *
 * <p>Names without a letter beyond ASCII and without a label that begins with {@code xn--} stay as
 * they are, underscores and all, and load nothing: the tables take longer to load than a lookup
 * takes.
 */
final class InternationalNames {
  private static final String PREFIX = "xn--";

  /** Hyphens anywhere are a matter of registries, not of lookups (UTS #46, CheckHyphens). */
  private static final Set<IDNA.Error> HARMLESS =
      EnumSet.of(IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

  /**
   * What may be a label in punycode: not within a longer word, but right behind a colour. A string
   * in quotes is data, and matches without a group.
   */
  private static final Pattern LABEL =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]|\\\\.)*\""
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
    IDNA.Info info = new IDNA.Info();
    String name = Tables.UTS46.nameToASCII(text, new StringBuilder(), info).toString();
    Set<IDNA.Error> errors = EnumSet.noneOf(IDNA.Error.class);
    errors.addAll(info.getErrors());
    errors.removeAll(HARMLESS);
    if (!errors.isEmpty()) {
      throw new UsageException(
          "'"
              + text
              + "' is not an internationalized domain name: "
              + reason(errors.iterator().next())
              + "; +noidnin takes it as it is");
    }
    return name;
  }

  private static String reason(IDNA.Error error) {
    return switch (error) {
      case PUNYCODE, INVALID_ACE_LABEL -> "a label that begins with xn-- stands for nothing";
      case DISALLOWED -> "it has a character that names must not have";
      case LEADING_COMBINING_MARK -> "a label begins with a combining mark";
      case EMPTY_LABEL -> "a label is empty";
      case LABEL_TOO_LONG -> "a label is longer than 63 octets";
      case DOMAIN_NAME_TOO_LONG -> "it is longer than 255 octets";
      case BIDI -> "it mixes letters written to the left and to the right";
      case CONTEXTJ, CONTEXTO_PUNCTUATION, CONTEXTO_DIGITS ->
          "it has a character that must not stand where it does";
      default -> "it breaks the rules for labels";
    };
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
    if (label == null) {
      return Matcher.quoteReplacement(found.group());
    }
    IDNA.Info info = new IDNA.Info();
    String unicode = Tables.UTS46.labelToUnicode(label, new StringBuilder(), info).toString();
    return info.hasErrors() ? label : unicode;
  }

  /** Loaded at the first name that needs it. */
  private static final class Tables {
    static final IDNA UTS46 =
        IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private Tables() {}
  }
}
