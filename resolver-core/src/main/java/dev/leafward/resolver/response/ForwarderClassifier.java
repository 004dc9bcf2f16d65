// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.RRType;

/**
 * Tells what a scrubbed reply means that came from a forwarder: a resolver that was asked to
 * resolve in our place.
 *
 * <p>Other than an authority, a forwarder need not set AA, may say nothing at all to mean "no
 * data", and never hands on to somebody else: name servers in its reply are not a delegation. RA is
 * not asked for; who answers, answers. A pure function.
 */
public final class ForwarderClassifier {

  private ForwarderClassifier() {}

  /** The meaning of a reply to a question that was put to a forwarder. */
  public static Verdict classify(ScrubbedReply reply, Question asked) {
    Rcode rcode = reply.rcode();
    // RFC 6672 section 2.2: the name that a DNAME makes would be too long, as the DNAME shows.
    if (reply.tooLong().isPresent() && reply.chain().isEmpty()) {
      return new Verdict.TooLong(reply.tooLong().get());
    }
    if (!rcode.equals(Rcode.NOERROR) && !rcode.equals(Rcode.NXDOMAIN)) {
      return new Verdict.Unusable("the forwarder says " + rcode);
    }
    if (!reply.chain().isEmpty()) {
      return Classifier.answer(reply, asked);
    }
    if (rcode.equals(Rcode.NXDOMAIN)) {
      return new Verdict.Conclusive(
          new Outcome.NoSuchName(reply.soa()), Classifier.words("no such name", reply.soa()));
    }
    // It was asked to recurse; name servers are what one gets from those who do not.
    if (refers(reply)) {
      return new Verdict.Unusable("the forwarder refers elsewhere instead of resolving");
    }
    if (reply.soa().isEmpty()
        && reply.rejectedAny(rejection -> rejection.section() == Section.ANSWER)) {
      return new Verdict.Unusable("answers another question");
    }
    return new Verdict.Conclusive(
        new Outcome.NoData(reply.soa()), Classifier.words("no data", reply.soa()));
  }

  /** Whether there are name servers without an SOA, be they believed or not. */
  private static boolean refers(ScrubbedReply reply) {
    boolean denies = reply.soa().isPresent() || rejectedAuthority(reply, RRType.SOA);
    return !denies && (reply.referral().isPresent() || rejectedAuthority(reply, RRType.NS));
  }

  private static boolean rejectedAuthority(ScrubbedReply reply, RRType type) {
    return reply.rejectedAny(rejection ->
        rejection.section() == Section.AUTHORITY && rejection.rrset().type().equals(type));
  }
}
