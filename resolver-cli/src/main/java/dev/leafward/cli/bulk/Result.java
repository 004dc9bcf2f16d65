// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import java.time.Duration;

/** What became of an entry. */
sealed interface Result {

  /** The status of what was no question. */
  String INVALID = "INVALID";

  /** The entry. */
  Entry entry();

  /** What became of it, in a word: an RCODE's, or {@code INVALID}. */
  default String status() {
    return switch (this) {
      case Answered answered ->
          answered.answer() instanceof Answer.NoSuchName ? "NXDOMAIN" : "NOERROR";
      case Failed failed -> "SERVFAIL";
      case Unasked unasked -> INVALID;
    };
  }

  /**
   * It was answered; that a name does not exist is an answer.
   *
   * @param elapsed how long that took
   */
  record Answered(Entry.Asked entry, Answer answer, Duration elapsed) implements Result {}

  /**
   * The answer could not be found out.
   *
   * @param elapsed how long it took to find that out
   */
  record Failed(Entry.Asked entry, Failure failure, Duration elapsed) implements Result {}

  /** It was no question. */
  record Unasked(Entry.Refused entry) implements Result {}
}
