// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.servers.Server;
import dev.leafward.wire.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One query message that went out, and what came of it.
 *
 * @param server to whom
 * @param form how it went out
 * @param kind what came of it
 * @param elapsedNanos from beginning (over TCP, to connect) to the reply, or to giving up
 * @param roundTripNanos from sending, with the connection there, to the same
 * @param octets the size of the reply, 0 where none came
 * @param what what happened, in words, such as {@code timed out}
 * @param sameCase whether a reply repeated the case of the question's letters
 * @param reply the reply where one came and could be read, of use or not
 */
public record Try(
    Server server,
    QueryForm form,
    TryKind kind,
    long elapsedNanos,
    long roundTripNanos,
    int octets,
    String what,
    boolean sameCase,
    @Nullable Message reply) {

  /** Over which protocol it went out. */
  public Protocol protocol() {
    return form.protocol();
  }
}
