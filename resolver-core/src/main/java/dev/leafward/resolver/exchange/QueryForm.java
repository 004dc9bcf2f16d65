// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;

/**
 * In which form a question goes out.
 *
 * @param protocol over which protocol
 * @param edns whether it carries EDNS
 * @param cookie whether it carries a cookie, and what is made of a reply without one
 * @param mixedCase whether the case of the letters is left to chance
 */
public record QueryForm(Protocol protocol, boolean edns, CookieUse cookie, boolean mixedCase) {

  /** What is done with cookies (RFC 7873). */
  public enum CookieUse {
    /** None is sent. */
    NONE,
    /** One is sent, to a server of which it is not known whether it will send one back. */
    OFFERED,
    /** One is sent, to a server that did send one back before: a reply without one is suspect. */
    EXPECTED
  }

  QueryForm overTcp() {
    return new QueryForm(Protocol.TCP, edns, cookie, mixedCase);
  }

  QueryForm withoutEdns() {
    return new QueryForm(protocol, false, CookieUse.NONE, mixedCase);
  }

  /** The same with a cookie only where the server is known to do that. */
  QueryForm offeringNoCookie() {
    return cookie == CookieUse.OFFERED
        ? new QueryForm(protocol, edns, CookieUse.NONE, mixedCase)
        : this;
  }
}
