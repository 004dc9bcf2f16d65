// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a scrubbed reply means that came from a server of a stub resolver: what glibc makes of
 * it.
 *
 * <p>The server is a resolver, whatever it is, and there is no other way to the answer. So an empty
 * reply denies the records, with an SOA or without; only one that offers neither recursion nor
 * authority is that of a server which does not resolve for us, as is every other RCODE than NOERROR
 * and NXDOMAIN. An alias that leads nowhere is a denial too: had there been more, it would have
 * said so. A pure function.
 */
public final class StubClassifier {

  private StubClassifier() {}

  /** The meaning of a reply to a question that was put to a server of a stub resolver. */
  public static Verdict classify(ScrubbedReply reply, Question asked) {
    Rcode rcode = reply.rcode();
    // RFC 6672 section 2.2: the name that a DNAME makes would be too long, as the DNAME shows.
    if (reply.tooLong().isPresent() && reply.chain().isEmpty()) {
      return new Verdict.TooLong(reply.tooLong().get());
    }
    if (!rcode.equals(Rcode.NOERROR) && !rcode.equals(Rcode.NXDOMAIN)) {
      return new Verdict.Unusable("the server says " + rcode);
    }
    if (!reply.chain().isEmpty()) {
      return answer(reply, asked);
    }
    if (rcode.equals(Rcode.NXDOMAIN)) {
      return new Verdict.Conclusive(
          new Outcome.NoSuchName(reply.soa()), Classifier.words("no such name", reply.soa()));
    }
    boolean mayKnow =
        reply.header().isRecursionAvailable()
            || reply.header().isAuthoritative()
            || reply.soa().isPresent();
    if (!mayKnow) {
      return new Verdict.Unusable("neither answers nor offers to resolve");
    }
    if (reply.soa().isEmpty() && hasLeftOvers(reply)) {
      return new Verdict.Unusable("answers another question");
    }
    return new Verdict.Conclusive(
        new Outcome.NoData(reply.soa()), Classifier.words("no data", reply.soa()));
  }

  private static boolean hasLeftOvers(ScrubbedReply reply) {
    return reply.rejectedAny(rejection -> rejection.section() == Section.ANSWER);
  }

  private static Verdict answer(ScrubbedReply reply, Question asked) {
    Verdict verdict = Classifier.answer(reply, asked);
    return verdict instanceof Verdict.Conclusive(Outcome.Alias alias, var glue, var words)
            && !hasLeftOvers(reply)
            && !leadsInACircle(reply.chain())
        ? new Verdict.Conclusive(ended(alias, reply.rcode()), glue, words)
        : verdict;
  }

  private static boolean leadsInACircle(List<RRset> chain) {
    List<DomainName> targets = chain.getLast().as(CNAME.class).stream().map(CNAME::target).toList();
    return chain.stream().map(RRset::name).anyMatch(targets::contains);
  }

  /** The alias, with a denial where nothing is said of what it leads to. */
  private static Outcome.Alias ended(Outcome.Alias alias, Rcode rcode) {
    Outcome then =
        switch (alias.then().orElse(null)) {
          case null -> denial(rcode);
          case Outcome.Alias further -> ended(further, rcode);
          case Outcome end -> end;
        };
    return new Outcome.Alias(alias.cname(), alias.target(), alias.redirection(), Optional.of(then));
  }

  private static Outcome denial(Rcode rcode) {
    return rcode.equals(Rcode.NXDOMAIN)
        ? new Outcome.NoSuchName(Optional.empty())
        : new Outcome.NoData(Optional.empty());
  }
}
