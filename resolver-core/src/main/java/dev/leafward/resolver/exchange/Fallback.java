// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import java.util.List;

/**
 * Decides, from all that was sent to a server for a question, in which form to put the question to
 * it again: a pure function.
 *
 * <table>
 * <caption>The rules</caption>
 * <tr><th>last try</th><th>next</th></tr>
 * <tr><td>truncated, too long, in another case, without the cookie that was due, guessed at, or
 *     unreachable over UDP</td><td>TCP</td></tr>
 * <tr><td>a cookie is wanted</td><td>the same with the new cookie, once; then TCP</td></tr>
 * <tr><td>kept connection found closed</td><td>the same, over a fresh connection</td></tr>
 * <tr><td>EDNS refused</td><td>the same without EDNS</td></tr>
 * <tr><td>silence over UDP</td><td>UDP once more, then TCP</td></tr>
 * <tr><td>anything else</td><td>enough</td></tr>
 * </table>
 *
 * <p>TCP is tried again only to leave out EDNS or after a stale connection, and EDNS is left out
 * only if the server said so, never for silence (RFC 6891 section 7, RFC 8906): whoever can
 * suppress replies must not be able to switch it off. A cookie that was only offered is left out in
 * the second datagram, since some servers drop what has an option that they do not know. At most
 * {@code sendsPerServer} messages go to one server for one question (RFC 9520 section 3.1).
 */
final class Fallback {

  /** A server that lets two datagrams pass in silence may still listen to TCP. */
  static final int UDP_SILENCES = 2;

  private static final NextTry ENOUGH = new NextTry.Enough();

  private final int sendsPerServer;

  Fallback(int sendsPerServer) {
    this.sendsPerServer = sendsPerServer;
  }

  /**
   * What to do next.
   *
   * @param first the form in which to begin
   * @param history what came of all that was sent to the server for the question
   * @param sends how many messages that were; one whose reply came late is told of twice
   */
  NextTry next(QueryForm first, List<Try> history, int sends) {
    if (history.isEmpty()) {
      return new NextTry.Send(first);
    }
    if (sends >= sendsPerServer) {
      return ENOUGH;
    }
    Try last = history.getLast();
    return switch (last.kind()) {
      case TRUNCATED, TOO_LONG, CASE_CHANGED, COOKIE_MISSING, GUESSED_AT, UNREACHABLE ->
          overTcp(last.form());
      case COOKIE_WANTED ->
          wantedBefore(history) ? overTcp(last.form()) : new NextTry.Send(last.form());
      case CONNECTION_STALE -> new NextTry.Send(last.form());
      case EDNS_REFUSED -> new NextTry.Send(last.form().withoutEdns());
      case TIMED_OUT, OVERTAKEN -> afterSilence(first, history);
      case REPLIED, CUT_SHORT, NO_ROUTE, CONNECTION_BROKEN, LOCAL_FAULT -> ENOUGH;
    };
  }

  private static NextTry afterSilence(QueryForm first, List<Try> history) {
    QueryForm last = history.getLast().form();
    boolean mayUseUdp = last.protocol() == Protocol.UDP && first.protocol() == Protocol.UDP;
    return mayUseUdp && silences(history) < UDP_SILENCES
        ? new NextTry.Send(last.offeringNoCookie())
        : overTcp(last);
  }

  private static boolean wantedBefore(List<Try> history) {
    return history.stream().filter(each -> each.kind() == TryKind.COOKIE_WANTED).count() > 1;
  }

  /** How often the server was silent. */
  static int silences(List<Try> history) {
    return (int) history.stream().filter(each -> each.kind().isSilence()).count();
  }

  private static NextTry overTcp(QueryForm form) {
    return form.protocol() == Protocol.TCP ? ENOUGH : new NextTry.Send(form.overTcp());
  }
}
