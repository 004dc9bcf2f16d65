// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.wire.message.Message;

/** How a message that came in relates to the query that is out. */
sealed interface Match {

  /**
   * It is the reply.
   *
   * @param reply the message
   * @param sameCase whether it repeats the case of the question's letters
   */
  record Fits(Message reply, boolean sameCase) implements Match {}

  /** It is a reply that is longer than the query allows; nothing in it was read. */
  record TooLong() implements Match {}

  /**
   * It is a reply that says that the query could not be read, and so does not repeat the question.
   * Servers older than EDNS do so; so can anybody who guesses the ID.
   *
   * @param reply the message
   */
  record Bare(Message reply) implements Match {}

  /**
   * It would be the reply, but does not repeat the case of the question's letters.
   *
   * @param reply the message
   */
  record OtherCase(Message reply) implements Match {}

  /**
   * It would be the reply, but of a server that sends cookies, and has none.
   *
   * @param reply the message
   */
  record WithoutCookie(Message reply) implements Match {}

  /** Its ID is wrong: a stray message, or somebody's guess. */
  record WrongId() implements Match {}

  /**
   * It is no reply to the query.
   *
   * @param reason why not, in words
   */
  record Misfit(String reason) implements Match {}
}
