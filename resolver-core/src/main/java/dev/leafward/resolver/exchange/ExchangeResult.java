// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.message.Message;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of putting one question to one server.
 *
 * @param tries the messages that went out, in order, at least one
 * @param reply the complete reply that the last of them brought, if it did
 */
public record ExchangeResult(List<Try> tries, @Nullable Message reply) {

  /** Copies the list. */
  public ExchangeResult {
    tries = List.copyOf(tries);
  }

  static ExchangeResult of(List<Try> tries) {
    Try last = tries.getLast();
    return new ExchangeResult(tries, last.kind() == TryKind.REPLIED ? last.reply() : null);
  }

  /** Whether the server replied at all, be it of no use. */
  public boolean replied() {
    return tries.stream().anyMatch(attempt -> attempt.kind().isReply());
  }

  /** Whether all that happened is that one datagram got no reply. */
  public boolean isOneSilence() {
    Try only = tries.getFirst();
    return tries.size() == 1 && only.kind() == TryKind.TIMED_OUT && only.protocol() == Protocol.UDP;
  }

  /** Whether anything left this machine: false if there was no way to the server. */
  public boolean wasSent() {
    return tries.stream()
        .anyMatch(each -> each.kind() != TryKind.NO_ROUTE && each.kind() != TryKind.LOCAL_FAULT);
  }

  /** Whether nobody could have forged the reply by guessing: it came over TCP. */
  public boolean isHardToForge() {
    return reply != null && tries.getLast().protocol() == Protocol.TCP;
  }

  /** What the server did, in words: all tries in one line. */
  public String what() {
    return tries.stream()
        .map(attempt -> attempt.what() + " over " + attempt.protocol())
        .collect(Collectors.joining(", then "));
  }
}
