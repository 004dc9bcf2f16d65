// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.exchange.QueryForm.CookieUse;
import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decides whether a message is the reply to a query (RFC 5452 section 9.1): same ID, QR set, opcode
 * QUERY, and the one question that was asked; and, where that was agreed, the case of its letters
 * and our cookie (RFC 7873 section 5.3).
 *
 * <p>Address and port have been matched by then; the transport hands up nothing else. The cheap
 * checks come first and need no decoding, since a flood of forged messages must cost little. It
 * does not judge what the reply says.
 */
final class ReplyMatcher {

  private static final int HEADER_OCTETS = 12;
  private static final int QR_MASK = 0x80;
  private static final int OPCODE_MASK = 0x78;

  private ReplyMatcher() {}

  static Match match(byte[] octets, Query query) {
    if (octets.length < HEADER_OCTETS) {
      return new Match.Misfit("shorter than a header");
    }
    int id = ((octets[0] & 0xFF) << 8) | (octets[1] & 0xFF);
    if (id != query.id()) {
      return new Match.WrongId();
    }
    if ((octets[2] & QR_MASK) == 0) {
      return new Match.Misfit("a query, not a reply");
    }
    if ((octets[2] & OPCODE_MASK) != 0) {
      return new Match.Misfit("of another opcode");
    }
    return octets.length > query.maxReplyOctets()
        ? new Match.TooLong()
        : decode(octets, restoreCase(octets, query), query);
  }

  /**
   * Gives the question's name the case in which it was asked for, and with it the names of the
   * answer that are pointers to it.
   *
   * @return whether the case was that of the query, as it went out
   */
  private static boolean restoreCase(byte[] octets, Query query) {
    if (!query.form().mixedCase()) {
      return true;
    }
    DomainName name = query.question().name();
    int end = Query.NAME_AT + name.octets();
    boolean same =
        end <= octets.length
            && Arrays.equals(octets, Query.NAME_AT, end, query.octets(), Query.NAME_AT, end);
    if (same) {
      name.copyTo(octets, Query.NAME_AT);
    }
    return same;
  }

  private static Match decode(byte[] octets, boolean sameCase, Query query) {
    Message reply;
    try {
      reply = Replies.decode(octets);
    } catch (WireFormatException e) {
      return new Match.Misfit("malformed: " + e.getMessage());
    }
    return switch (reply.questions().size()) {
      case 0 ->
          couldNotReadQuery(reply.rcode())
              ? new Match.Bare(reply)
              : new Match.Misfit("without the question");
      case 1 ->
          reply.questions().getFirst().equals(query.question())
              ? aboutTheQuestion(reply, sameCase, query)
              : new Match.Misfit("about another question");
      default -> new Match.Misfit("about several questions");
    };
  }

  /** Over TCP there is nothing to fear of those who guess. */
  private static Match aboutTheQuestion(Message reply, boolean sameCase, Query query) {
    if (query.form().protocol() == Protocol.TCP) {
      return new Match.Fits(reply, sameCase);
    }
    if (query.cookie() != null) {
      Optional<Cookie> cookie = reply.edns().flatMap(edns -> edns.option(Cookie.class));
      if (cookie.isPresent() && !cookie.get().client().equals(query.cookie())) {
        return new Match.Misfit("with another's cookie");
      }
      if (cookie.isEmpty() && query.form().cookie() == CookieUse.EXPECTED) {
        return new Match.WithoutCookie(reply);
      }
    }
    return sameCase ? new Match.Fits(reply, true) : new Match.OtherCase(reply);
  }

  private static boolean couldNotReadQuery(Rcode rcode) {
    return rcode.equals(Rcode.FORMERR) || rcode.equals(Rcode.NOTIMP);
  }
}
