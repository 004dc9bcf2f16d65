// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.rdata.Octets;

/** The cookies of a scenario's servers (RFC 7873 section 5.2): one for all, as nobody lies. */
final class ServerCookies {

  private static final Octets SERVER = Octets.ofHex("0123456789abcdef");

  private ServerCookies() {}

  /** The options of an answer to a query with this EDNS: its cookie, and the server's. */
  static Octets answer(Edns asked) {
    return EdnsOctets.options(
        Message.builder().edns(with(Edns.of(Edns.DEFAULT_SIZE), asked)).build());
  }

  /** The EDNS of an answer, with the cookie that the query has. */
  static Edns with(Edns answer, Edns asked) {
    return asked
        .option(Cookie.class)
        .map(cookie -> answer.withOption(new Cookie(cookie.client(), SERVER)))
        .orElse(answer);
  }
}
