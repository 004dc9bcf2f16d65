// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

/**
 * What stands left of a line of a trace: the comment mark, the rules of the lookups that it is part
 * of, and blanks.
 *
 * @param text the characters, all of ASCII
 */
record Margin(String text) {

  /** The margin of what is part of no other lookup. */
  static final Margin TOP = new Margin(";; ");

  /** This margin and some blanks. */
  Margin indented(int columns) {
    return new Margin(text + " ".repeat(columns));
  }

  /** This margin and the rule along which the steps of a further lookup stand. */
  Margin ruled() {
    return new Margin(text + "|  ");
  }

  /** How many columns it takes. */
  int width() {
    return text.length();
  }
}
