// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.testkit.simulator.Oracle.End;
import dev.leafward.testkit.simulator.Oracle.Truth;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import java.util.List;
import java.util.function.Supplier;

/**
 * A resolver that others pass their questions on to: it knows the truth, and tells all of it,
 * aliases included.
 */
final class Forwarder implements Responder {

  private final Supplier<Oracle> oracle;

  /** A forwarder that knows what this oracle knows when it is asked. */
  Forwarder(Supplier<Oracle> oracle) {
    this.oracle = oracle;
  }

  @Override
  public List<Reply> respond(Message query, Occasion occasion) {
    Message.Builder reply = Message.replyTo(query).recursionAvailable();
    query.edns().ifPresent(edns -> reply.edns(Edns.of(Edns.DEFAULT_SIZE)));
    Question asked = query.question().orElse(null);
    if (asked == null) {
      reply.rcode(Rcode.FORMERR);
    } else {
      tell(oracle.get().truth(asked), reply);
    }
    return Behaviour.one(occasion, reply.build());
  }

  private static void tell(Truth truth, Message.Builder reply) {
    boolean isEndless = truth.end() instanceof End.Circle || truth.end() instanceof End.TooLong;
    if (isEndless) {
      reply.rcode(Rcode.SERVFAIL);
      return;
    }
    truth.aliases().forEach(each -> add(reply, Section.ANSWER, each));
    switch (truth.end()) {
      case End.Found found -> found.rrsets().forEach(each -> add(reply, Section.ANSWER, each));
      case End.NoData none -> add(reply, Section.AUTHORITY, none.soa());
      case End.NoSuchName none -> {
        reply.rcode(Rcode.NXDOMAIN);
        add(reply, Section.AUTHORITY, none.soa());
      }
      case End.Circle circle -> throw new IllegalStateException("a circle has no end");
      case End.TooLong name -> throw new IllegalStateException("there is no such name");
    }
  }

  private static void add(Message.Builder reply, Section section, RRset rrset) {
    reply.add(section, rrset.records());
  }
}
