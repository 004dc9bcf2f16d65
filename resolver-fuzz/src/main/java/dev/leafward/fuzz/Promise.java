// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import java.util.Arrays;
import java.util.HexFormat;

/** Says what broke when a promise is broken. */
final class Promise {
  private Promise() {}

  static void equal(Object actual, Object expected, String what) {
    if (!actual.equals(expected)) {
      throw new AssertionError(what + ":\n" + actual + "\nis not\n" + expected);
    }
    if (actual.hashCode() != expected.hashCode()) {
      throw new AssertionError(what + ": equal values with unequal hashes: " + actual);
    }
  }

  static void equal(byte[] actual, byte[] expected, String what) {
    if (!Arrays.equals(actual, expected)) {
      HexFormat hex = HexFormat.of();
      throw new AssertionError(
          what + ":\n" + hex.formatHex(actual) + "\nis not\n" + hex.formatHex(expected));
    }
  }

  static void isTrue(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /** Checks that a text cannot do anything to the terminal or the log that shows it. */
  static void printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && c != '\n' && c != '\t') {
        throw new AssertionError("character " + (int) c + " at " + i + " of " + text);
      }
    }
  }
}
