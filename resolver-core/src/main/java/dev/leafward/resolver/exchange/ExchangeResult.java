// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.exchange.QueryForm.CookieUse;
import dev.leafward.resolver.servers.Server;
import dev.leafward.wire.message.Message;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of putting one question to one server, while others may still have been listened to.
 *
 * @param server whom the last try, and so the reply, was of: not always the server that was to be
 *     asked, as one that was asked before it may have replied first
 * @param tries the messages whose fate was decided, in order; none if the server had its share
 *     before
 * @param history all that was ever sent to that server for this question, in order
 * @param reply the complete reply that the last of them brought, if it did
 * @param mayAskAgain whether it said nothing, and may be asked once more
 */
public record ExchangeResult(
    Server server,
    List<Try> tries,
    List<Try> history,
    @Nullable Message reply,
    boolean mayAskAgain) {

  /** Copies the lists. */
  public ExchangeResult {
    tries = List.copyOf(tries);
    history = List.copyOf(history);
  }

  /** Whether the server replied at all, be it of no use. */
  public boolean replied() {
    return history.stream().anyMatch(each -> each.kind().isReply());
  }

  /** The servers that were asked and may still reply, as another was quicker. */
  public List<Server> overtaken() {
    return tries.stream()
        .filter(each -> each.kind() == TryKind.OVERTAKEN)
        .map(Try::server)
        .filter(each -> !each.equals(server))
        .toList();
  }

  /** Whether anything left this machine: false if there was no way to the server. */
  public boolean wasSent() {
    return tries.stream()
        .anyMatch(each -> each.kind() != TryKind.NO_ROUTE && each.kind() != TryKind.LOCAL_FAULT);
  }

  /** Whether this machine could not send, for a reason that has nothing to do with the server. */
  public boolean isLocalFault() {
    return !tries.isEmpty() && tries.getLast().kind() == TryKind.LOCAL_FAULT;
  }

  /** Whether nobody could have forged the reply by guessing: over TCP, or by its cookie. */
  public boolean isHardToForge() {
    return reply != null
        && (tries.getLast().protocol() == Protocol.TCP
            || tries.getLast().form().cookie() == CookieUse.EXPECTED);
  }

  /** What the server did, in words: all tries in one line. */
  public String what() {
    return history.stream()
        .map(each -> each.what() + " over " + each.protocol())
        .collect(Collectors.joining(", then "));
  }
}
