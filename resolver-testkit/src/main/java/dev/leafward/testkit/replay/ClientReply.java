// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.wire.message.Message;
import java.util.List;

/**
 * What a client of the scenario got.
 *
 * @param client the arguments of the step that asked: the client's address, or nothing
 * @param query what was asked
 * @param reply the answer
 * @param source where it is from
 */
record ClientReply(List<String> client, Message query, Message reply, Source source) {

  /** Where an answer is from. */
  enum Source {
    /** From data within its TTL, or from a failure to find any. */
    FRESH,
    /** From data that has expired. */
    STALE,
    /** From nothing: the cache was asked alone, and does not have it. */
    NOT_CACHED
  }
}
