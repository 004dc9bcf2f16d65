// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.RRType;

/**
 * Writes an answer as the message in which a recursive resolver would send it.
 *
 * <p>RFC 1034 section 4.3.1 and RFC 2308 section 3: aliases before the records, the SOA of a denial
 * in the authority section. EDNS is there if the query has it, signatures if the query asks for
 * them (RFC 4035 section 3.2.1), AD if the data is known to be authentic and the asker understands
 * the flag (RFC 6840 section 5.8).
 *
 * <p>It does not cut what is too long for a datagram: see {@link
 * dev.leafward.wire.message.MessageCodec}.
 */
public final class ReplyComposer {

  private ReplyComposer() {}

  /** The message that carries an answer to a query. */
  public static Message reply(Message query, Answer answer) {
    Rcode rcode = answer instanceof Answer.NoSuchName ? Rcode.NXDOMAIN : Rcode.NOERROR;
    Message.Builder reply = base(query, rcode);
    if (answer.security() == SecurityStatus.SECURE && understandsAuthenticity(query)) {
      reply.flag(HeaderFlag.AD);
    }
    boolean signed = wantsSignatures(query);
    answer.aliases().forEach(alias -> add(reply, Section.ANSWER, alias, signed));
    switch (answer) {
      case Answer.Found found ->
          found.rrsets().forEach(rrset -> add(reply, Section.ANSWER, rrset, signed));
      case Answer.NoData none ->
          none.soa().ifPresent(soa -> add(reply, Section.AUTHORITY, soa, signed));
      case Answer.NoSuchName none ->
          none.soa().ifPresent(soa -> add(reply, Section.AUTHORITY, soa, signed));
    }
    return reply.build();
  }

  /**
   * The message that says that there is no answer: SERVFAIL as a rule, YXDOMAIN where a DNAME makes
   * too long a name (RFC 6672 section 2.2), REFUSED where a policy of the resolver's own forbids
   * it.
   */
  public static Message failure(Message query, Failure failure) {
    return switch (failure) {
      case Failure.NameTooLong tooLong -> refusal(query, Rcode.YXDOMAIN);
      case Failure.Refused refused -> refusal(query, Rcode.REFUSED);
      default -> refusal(query, Rcode.SERVFAIL);
    };
  }

  /** The message that answers a query by a response code alone. */
  public static Message refusal(Message query, Rcode rcode) {
    return base(query, rcode).build();
  }

  private static boolean understandsAuthenticity(Message query) {
    return query.header().has(HeaderFlag.AD) || wantsSignatures(query);
  }

  private static boolean wantsSignatures(Message query) {
    return query.edns().filter(Edns::dnssecOk).isPresent();
  }

  private static Message.Builder base(Message query, Rcode rcode) {
    Message.Builder reply = Message.replyTo(query).rcode(rcode).flag(HeaderFlag.RA);
    query
        .edns()
        .ifPresent(asked -> {
          Edns edns = Edns.of(asked.udpPayloadSize());
          reply.edns(asked.dnssecOk() ? edns.withDnssecOk() : edns);
        });
    return reply;
  }

  private static void add(Message.Builder reply, Section section, RRset rrset, boolean signed) {
    for (ResourceRecord record : rrset.records()) {
      if (signed || rrset.type().equals(RRType.RRSIG) || !record.type().equals(RRType.RRSIG)) {
        reply.add(section, record);
      }
    }
  }
}
