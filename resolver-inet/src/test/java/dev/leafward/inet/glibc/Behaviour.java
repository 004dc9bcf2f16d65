// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import java.util.List;

/** How a mocked server treats those that ask it. */
enum Behaviour {
  HONEST,
  SILENT,
  /** Sends less than a header. */
  SHORT,
  SERVFAIL,
  REFUSED,
  NOTIMP,
  FORMERR,
  FORMERR_ON_EDNS,
  /** Sends nothing over UDP but that there is more. */
  TRUNCATING,
  /** So do those that say nothing of recursion. */
  TRUNCATING_WITHOUT_RA,
  /** NOERROR with nothing in it, from one that neither knows nor asks others. */
  LAME,
  NXDOMAIN;

  /** Has a server behave so from now on. */
  void set(MockServer server) {
    MockServer healthy = server.healthy();
    switch (this) {
      case HONEST -> {}
      case SILENT -> healthy.silent();
      case SHORT -> healthy.responding((query, occasion) -> List.of(Reply.of(new byte[5])));
      case SERVFAIL -> healthy.failing();
      case REFUSED -> healthy.refusing();
      case NOTIMP -> healthy.responding(always(Rcode.NOTIMP));
      case FORMERR -> healthy.responding(always(Rcode.FORMERR));
      case FORMERR_ON_EDNS -> healthy.formatErrorOnEdns();
      case TRUNCATING -> healthy.responding(Behaviour::truncated);
      case TRUNCATING_WITHOUT_RA -> healthy.truncating();
      case LAME -> healthy.responding(always(Rcode.NOERROR));
      case NXDOMAIN -> healthy.responding(always(Rcode.NXDOMAIN));
    }
  }

  private static Responder always(Rcode rcode) {
    return (query, occasion) ->
        List.of(occasion.reply(Message.replyTo(query).rcode(rcode).build()));
  }

  private static List<Reply> truncated(Message query, Occasion occasion) {
    Message.Builder empty = Message.replyTo(query).recursionAvailable().truncated();
    return List.of(
        occasion.protocol() == Protocol.TCP ? occasion.honest() : occasion.reply(empty.build()));
  }
}
