// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import dev.leafward.wire.rdata.TXT;

/** Records that no zone holds, made to be told from true ones at sight. */
final class Poison {

  /** Where the liars' own server stands, which claims to know everything. */
  static final String SERVER = "66.6.6.53";

  static final RData ADDRESS = HostGenerator.data(InetAddresses.forString("66.6.6.6"));
  static final RData SERVER_ADDRESS = HostGenerator.data(InetAddresses.forString(SERVER));
  private static final long TTL = 86_400;

  private Poison() {}

  static ResourceRecord of(DomainName owner, RData data) {
    return new ResourceRecord(owner, RRClass.IN, TTL, data);
  }

  static ResourceRecord address(DomainName owner) {
    return of(owner, ADDRESS);
  }

  static ResourceRecord ns(DomainName zone, DomainName host) {
    return of(zone, new NS(host));
  }

  static ResourceRecord glue(DomainName host) {
    return of(host, SERVER_ADDRESS);
  }

  static ResourceRecord cname(DomainName owner, DomainName target) {
    return of(owner, new CNAME(target));
  }

  static ResourceRecord dname(DomainName owner, DomainName target) {
    return of(owner, new DNAME(target));
  }

  static ResourceRecord soa(DomainName zone) {
    return of(zone, new SOA(zone, zone, 1, 1, 1, 1, TTL));
  }

  /** What a lie says to a question: records of the type where that is easy, else a text. */
  static ResourceRecord answer(DomainName name, RRType type) {
    if (type.equals(RRType.NS)) {
      return ns(name, name);
    }
    return type.equals(RRType.A) ? address(name) : of(name, TXT.of("poison"));
  }

  /** A server that claims to have an answer to everything, itself among the name servers. */
  static Responder knowsEverything() {
    return Behaviour.saying((query, honest) -> {
      Message.Builder reply = Message.replyTo(query).authoritative();
      query.question().ifPresent(asked -> reply.answer(answer(asked.name(), asked.type())));
      return reply.build();
    });
  }
}
