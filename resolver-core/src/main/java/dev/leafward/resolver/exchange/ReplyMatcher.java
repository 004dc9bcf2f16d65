// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;

/**
 * Decides whether a message is the reply to a query (RFC 5452 section 9.1): same ID, QR set, opcode
 * QUERY, and the one question that was asked.
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
    return octets.length > query.maxReplyOctets() ? new Match.TooLong() : decode(octets, query);
  }

  private static Match decode(byte[] octets, Query query) {
    Message reply;
    try {
      reply = MessageCodec.decode(octets);
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
              ? new Match.Fits(reply)
              : new Match.Misfit("about another question");
      default -> new Match.Misfit("about several questions");
    };
  }

  private static boolean couldNotReadQuery(Rcode rcode) {
    return rcode.equals(Rcode.FORMERR) || rcode.equals(Rcode.NOTIMP);
  }
}
