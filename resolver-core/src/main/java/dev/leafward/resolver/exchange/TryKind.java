// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

/** What came of one query message. {@link Fallback} decides by it what to do next. */
public enum TryKind {
  /** The reply came; whether it is of use is for others to judge. */
  REPLIED,
  /** A reply came with TC set (RFC 2181 section 9). */
  TRUNCATED,
  /** A reply came over UDP that is longer than was asked for: it may have been in fragments. */
  TOO_LONG,
  /** FORMERR, NOTIMP or BADVERS to a query with EDNS (RFC 6891 section 7). */
  EDNS_REFUSED,
  /** A reply came that does not repeat the case of the question's letters. */
  CASE_CHANGED,
  /** A reply came without a cookie, though the server does cookies. */
  COOKIE_MISSING,
  /** The server wants a cookie of its own in the query, and has sent one (BADCOOKIE). */
  COOKIE_WANTED,
  /** Several datagrams with wrong IDs came: somebody may be guessing. */
  GUESSED_AT,
  /** Nothing came in the time that was allowed for it. */
  TIMED_OUT,
  /** Nothing had come yet when a server that was asked before replied. */
  OVERTAKEN,
  /** Nothing came before the time of the whole question was up, which says little of the server. */
  CUT_SHORT,
  /** The network says that nobody listens there; anybody might say so who knows the port. */
  UNREACHABLE,
  /** This machine has no route to the address. */
  NO_ROUTE,
  /** The TCP connection was refused, reset or closed. */
  CONNECTION_BROKEN,
  /**
   * A TCP connection that was kept from earlier queries had ended, as servers let idle ones end.
   */
  CONNECTION_STALE,
  /** This machine could not send, for a reason that has nothing to do with the server. */
  LOCAL_FAULT;

  /** Whether a reply to the query came, of use or not. */
  public boolean isReply() {
    return switch (this) {
      case REPLIED,
          TRUNCATED,
          TOO_LONG,
          EDNS_REFUSED,
          CASE_CHANGED,
          COOKIE_MISSING,
          COOKIE_WANTED ->
          true;
      default -> false;
    };
  }

  /** Whether no other reply to the question need be waited for before something is done. */
  boolean settlesInquiry() {
    return isReply() || this == GUESSED_AT;
  }

  /** Whether the server has said nothing so far, in the time that it was given. */
  boolean isSilence() {
    return this == TIMED_OUT || this == OVERTAKEN;
  }
}
