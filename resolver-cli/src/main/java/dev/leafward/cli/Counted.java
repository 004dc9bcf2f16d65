// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

/** Writes a number of things, in the singular for one of them. */
final class Counted {

  private Counted() {}

  /** Things whose plural ends in s. */
  static String of(long number, String thing) {
    return of(number, thing, thing + "s");
  }

  /** Things with a plural of their own. */
  static String of(long number, String thing, String things) {
    return number + " " + (number == 1 ? thing : things);
  }
}
