// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a reply may be a referral at all: no error, not authoritative, no answer, no SOA.
 *
 * <p>Of the forty combinations of RCODE, AA, answer and SOA only this one lets name servers in: NS
 * records beside anything else are nobody's answer, and the way into the cache that attackers have
 * used (CVE-2025-11411). One more combination, the same with AA, is what some servers send that
 * mean a referral: it may show the way for one question, but nothing of it is kept.
 *
 * @param reply the reply
 * @param chain what its answer section leads to
 * @param soa the SOA of its authority section
 */
record ReferralRule(Message reply, List<RRset> chain, Optional<RRset> soa) {

  boolean allows() {
    return showsTheWay() && !reply.header().isAuthoritative();
  }

  /** Whether the reply is a referral, or would be one but for AA. */
  boolean showsTheWay() {
    return reply.rcode().equals(Rcode.NOERROR)
        && chain.isEmpty()
        && soa.isEmpty()
        && reply.answers().isEmpty();
  }
}
