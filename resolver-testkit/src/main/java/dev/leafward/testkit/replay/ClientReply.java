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
 * @param freshness whether it is stale data
 */
record ClientReply(List<String> client, Message query, Message reply, Freshness freshness) {

  /** Whether data is still within its TTL. */
  enum Freshness {
    FRESH,
    STALE
  }
}
