// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.message.Question;

/**
 * Decides how much of a question the servers of a zone get to see (RFC 9156).
 *
 * <p>For now they see all of it. What it returns may be shorter than the question one day; the loop
 * that calls it then goes on until it is not.
 */
final class QnameMinimiser {

  /** The question to put to the servers of a zone on the way to an answer. */
  Question step(Question question, ZoneCut cut) {
    if (!question.name().isAtOrBelow(cut.zone())) {
      throw new IllegalArgumentException(question + " is not in " + cut.zone());
    }
    return question;
  }
}
