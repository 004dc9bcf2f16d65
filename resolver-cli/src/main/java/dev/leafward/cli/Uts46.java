// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rules for internationalized names, which ICU4J knows; loading this class loads its tables.
 *
 * <p>UTS #46 without its transition, which agrees with IDNA2008 (RFC 5891) on the deviations: the
 * sharp s and the final sigma are letters of their own. Symbols, which IDNA2008 excludes, are
 * taken, as there are such names.
 */
final class Uts46 {
  /** Hyphens anywhere are a matter of registries, not of lookups (UTS #46, CheckHyphens). */
  private static final Set<IDNA.Error> HARMLESS =
      EnumSet.of(IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

  private static final IDNA RULES =
      IDNA.getUTS46Instance(
          IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE);

  private Uts46() {}

  /**
   * Returns a name as DNS has it.
   *
   * @throws UsageException if it breaks the rules
   */
  static String toAscii(String text) throws UsageException {
    IDNA.Info info = new IDNA.Info();
    String name = RULES.nameToASCII(text, new StringBuilder(), info).toString();
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

  /** Returns a label in punycode as people read it, or as it is if it stands for nothing. */
  static String toUnicode(String label) {
    IDNA.Info info = new IDNA.Info();
    String unicode = RULES.labelToUnicode(label, new StringBuilder(), info).toString();
    return info.hasErrors() ? label : unicode;
  }
}
