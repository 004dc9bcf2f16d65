// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.SecurityStatus;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;

/**
 * Writes an answer as the message in which a recursive resolver would send it.
 *
 * <p>RFC 1034 section 4.3.1 and RFC 2308 section 3: aliases before the records, the SOA of a denial
 * in the authority section. The ID is 0, as nothing was matched by it.
 */
final class ReplyComposer {

  private ReplyComposer() {}

  /** The message that carries an answer. */
  static Message reply(Query query, Answer answer) {
    Rcode rcode = answer instanceof Answer.NoSuchName ? Rcode.NXDOMAIN : Rcode.NOERROR;
    Message.Builder reply = base(query, rcode);
    if (answer.security() == SecurityStatus.SECURE) {
      reply.flag(HeaderFlag.AD);
    }
    answer.aliases().forEach(alias -> add(reply, Section.ANSWER, alias));
    switch (answer) {
      case Answer.Found found -> found.rrsets().forEach(rrset -> add(reply, Section.ANSWER, rrset));
      case Answer.NoData none -> none.soa().ifPresent(soa -> add(reply, Section.AUTHORITY, soa));
      case Answer.NoSuchName none ->
          none.soa().ifPresent(soa -> add(reply, Section.AUTHORITY, soa));
    }
    return reply.build();
  }

  /** The message that says that there is no answer. */
  static Message serverFailure(Query query) {
    return base(query, Rcode.SERVFAIL).build();
  }

  private static Message.Builder base(Query query, Rcode rcode) {
    Message.Builder reply =
        Message.builder()
            .id(0)
            .rcode(rcode)
            .flag(HeaderFlag.QR)
            .flag(HeaderFlag.RD)
            .flag(HeaderFlag.RA)
            .question(query.question());
    Query.Manner manner = query.manner();
    if (manner.edns()) {
      Edns edns = Edns.of(manner.bufsize());
      reply.edns(manner.dnssec() ? edns.withDnssecOk() : edns);
    }
    return reply;
  }

  private static void add(Message.Builder reply, Section section, RRset rrset) {
    rrset.records().forEach(record -> reply.add(section, record));
  }
}
