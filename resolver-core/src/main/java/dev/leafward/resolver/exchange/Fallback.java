// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.servers.Insistence;
import java.util.List;

/**
 * Decides, from the tries so far, in which form to put the question to the same server again: a
 * pure function.
 *
 * <table>
 * <caption>The rules</caption>
 * <tr><th>last try</th><th>next</th></tr>
 * <tr><td>truncated, too long, guessed at, or unreachable over UDP</td><td>TCP</td></tr>
 * <tr><td>EDNS refused</td><td>the same without EDNS</td></tr>
 * <tr><td>timed out over UDP</td><td>UDP once more, then TCP; nothing yet while others are
 *     left to ask</td></tr>
 * <tr><td>anything else</td><td>enough</td></tr>
 * </table>
 *
 * <p>TCP is tried again only to leave out EDNS, and EDNS is left out only if the server said so,
 * never for silence (RFC 6891 section 7, RFC 8906): whoever can suppress replies must not be able
 * to switch it off. At most {@code sendsPerServer} messages go to one server for one question (RFC
 * 9520 section 3.1).
 */
final class Fallback {

  /** A server that lets two datagrams pass in silence may still listen to TCP. */
  private static final int UDP_TIMEOUTS = 2;

  private static final NextTry ENOUGH = new NextTry.Enough();

  private final QueryForm first;
  private final int sendsPerServer;

  Fallback(ExchangeOptions options, int sendsPerServer) {
    this.first = new QueryForm(options.tcpOnly() ? Protocol.TCP : Protocol.UDP, options.edns());
    this.sendsPerServer = sendsPerServer;
  }

  NextTry next(List<Try> tries, Insistence insistence) {
    if (tries.isEmpty()) {
      return new NextTry.Send(first);
    }
    if (tries.size() + earlierTries(insistence) >= sendsPerServer) {
      return ENOUGH;
    }
    Try last = tries.getLast();
    return switch (last.kind()) {
      case TRUNCATED, TOO_LONG, GUESSED_AT, UNREACHABLE -> overTcp(last.form());
      case EDNS_REFUSED -> new NextTry.Send(last.form().withoutEdns());
      case TIMED_OUT -> afterSilence(tries, last.form(), insistence);
      case REPLIED, CUT_SHORT, NO_ROUTE, CONNECTION_BROKEN, LOCAL_FAULT -> ENOUGH;
    };
  }

  private static int earlierTries(Insistence insistence) {
    return insistence == Insistence.REMAINING_TRIES ? 1 : 0;
  }

  private static NextTry afterSilence(List<Try> tries, QueryForm form, Insistence insistence) {
    if (insistence == Insistence.ONE_TRY) {
      return ENOUGH;
    }
    long silences =
        earlierTries(insistence)
            + tries.stream().filter(attempt -> attempt.kind() == TryKind.TIMED_OUT).count();
    return form.protocol() == Protocol.UDP && silences < UDP_TIMEOUTS
        ? new NextTry.Send(form)
        : overTcp(form);
  }

  private static NextTry overTcp(QueryForm form) {
    return form.protocol() == Protocol.TCP ? ENOUGH : new NextTry.Send(form.overTcp());
  }
}
