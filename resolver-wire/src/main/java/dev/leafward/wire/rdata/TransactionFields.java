// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import java.util.List;
import java.util.Locale;

/**
 * The text form of the fields that TSIG and TKEY share, as dig writes them: errors by name, octets
 * as their number and, if there are any, one word of base64.
 */
final class TransactionFields {
  /** The errors of RFC 8945 section 3 and RFC 2930 section 2.6, from 16 on. */
  private static final List<String> ERRORS =
      List.of("BADSIG", "BADKEY", "BADTIME", "BADMODE", "BADNAME", "BADALG", "BADTRUNC");

  private static final int FIRST_ERROR = 16;
  private static final String NO_ERROR = "NOERROR";
  private static final int MAX_U48_DIGITS = 15;

  private TransactionFields() {}

  static String formatError(int error) {
    if (error == 0) {
      return NO_ERROR;
    }
    int index = error - FIRST_ERROR;
    return index >= 0 && index < ERRORS.size() ? ERRORS.get(index) : Integer.toString(error);
  }

  static int parseError(TextReader in) throws TextFormatException {
    String word = in.peek().toUpperCase(Locale.ROOT);
    int index = ERRORS.indexOf(word);
    if (index < 0 && !word.equals(NO_ERROR)) {
      return in.u16();
    }
    in.token();
    return index < 0 ? 0 : index + FIRST_ERROR;
  }

  static String formatSized(Octets octets) {
    return octets.isEmpty() ? "0" : octets.length() + " " + octets.base64();
  }

  static Octets parseSized(TextReader in) throws TextFormatException {
    int size = in.u16();
    if (size == 0) {
      return Octets.EMPTY;
    }
    String expectation = size + " octets in base64";
    Octets octets = Octets.wrap(in.base64(expectation));
    if (octets.length() != size) {
      throw in.malformed(expectation);
    }
    return octets;
  }

  static long parseU48(TextReader in) throws TextFormatException {
    String expectation = "a number of 48 bits";
    String word = in.token(expectation);
    boolean digits = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    long value = digits && word.length() <= MAX_U48_DIGITS ? Long.parseLong(word) : -1;
    if (value < 0 || value >> 48 != 0) {
      throw in.malformed(expectation);
    }
    return value;
  }
}
