// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import dev.leafward.wire.message.Question;

/** A line of the input that asks for something. */
sealed interface Entry {

  /** Its number in the file, from 1. */
  long line();

  /**
   * A question.
   *
   * @param line its number in the file, from 1
   * @param question what it asks
   */
  record Asked(long line, Question question) implements Entry {}

  /**
   * A line that could not be understood.
   *
   * @param line its number in the file, from 1
   * @param text what it says
   * @param reason what is wrong with it, in words
   */
  record Refused(long line, String text, String reason) implements Entry {}
}
