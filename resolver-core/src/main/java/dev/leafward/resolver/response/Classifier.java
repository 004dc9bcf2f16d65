// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Rejection.Reason;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.delegation.NameServer;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what a scrubbed reply means.
 *
 * <p>A pure function of the reply, the question and the zone asked; the rules stand in the order in
 * which they are tried, each with its reason. Only what was believed by the {@link Scrubber} can
 * make an answer, a denial or a referral; what it threw out can only make a reply lame or unusable.
 */
public final class Classifier {

  private final ResolverLimits limits;

  /**
   * A classifier that lets a referral give a name server no more addresses than the limits allow.
   */
  public Classifier(ResolverLimits limits) {
    this.limits = limits;
  }

  /** The meaning of a reply to a question that was put to a server of a zone. */
  public Verdict classify(ScrubbedReply reply, Question asked, ZoneCut cut) {
    Rcode rcode = reply.rcode();
    // RFC 6672 section 2.2: the name that a DNAME makes would be too long, as the DNAME shows.
    if (reply.tooLong().isPresent()
        && reply.header().isAuthoritative()
        && reply.chain().isEmpty()) {
      return new Verdict.TooLong(reply.tooLong().get());
    }
    // A server that does not know the zone says so in this way.
    if (rcode.equals(Rcode.REFUSED)) {
      return new Verdict.Lame("refuses the question");
    }
    if (!rcode.equals(Rcode.NOERROR) && !rcode.equals(Rcode.NXDOMAIN)) {
      return new Verdict.Unusable("the server says " + rcode);
    }
    // A referral is what an authority says of a zone that it has handed on: AA is not set on it.
    if (reply.referral().isPresent()) {
      Verdict.Referral referral = referral(reply.referral().get(), reply.glue());
      return reply.header().isAuthoritative() ? new Verdict.DoubtfulReferral(referral) : referral;
    }
    // Everything else must come from an authority (RFC 2181 section 5.4.1).
    if (!reply.header().isAuthoritative()) {
      return notAuthoritative(reply, asked, cut);
    }
    return reply.chain().isEmpty() ? denial(reply, cut) : answer(reply, asked);
  }

  private static Verdict notAuthoritative(ScrubbedReply reply, Question asked, ZoneCut cut) {
    if (reply.header().isRecursionAvailable()) {
      return new Verdict.Lame("a resolver's answer, not an authority's", Hearsay.of(reply, asked));
    }
    if (reply.rejectedAny(rejection -> rejection.reason() == Reason.NOT_DEEPER)) {
      return new Verdict.Lame("refers to " + cut.zone() + " or above instead of answering for it");
    }
    return new Verdict.Lame("not authoritative for " + cut.zone());
  }

  static Verdict answer(ScrubbedReply reply, Question asked) {
    List<RRset> chain = reply.chain();
    boolean isAlias = isAlias(chain.getFirst(), asked);
    if (!isAlias) {
      // A question for the CNAME that a DNAME implies is answered by both of them.
      List<RRset> found = Stream.concat(chain.stream(), reply.dname().stream()).toList();
      return new Verdict.Conclusive(new Outcome.Positive(found), reply.glue(), "answer");
    }
    Outcome.Alias alias = alias(chain, reply, asked);
    Optional<Outcome.Redirection> redirection =
        reply.dname().map(dname -> new Outcome.Redirection(dname, false));
    return new Verdict.Conclusive(
        new Outcome.Alias(alias.cname(), alias.target(), redirection, alias.then()),
        "alias to " + alias.target());
  }

  private static boolean isAlias(RRset rrset, Question asked) {
    return rrset.type().equals(RRType.CNAME) && !matches(asked, rrset);
  }

  private static Outcome.Alias alias(List<RRset> chain, ScrubbedReply reply, Question asked) {
    RRset cname = chain.getFirst();
    DomainName target = cname.as(CNAME.class).getFirst().target();
    return new Outcome.Alias(
        cname, target, Optional.empty(), then(chain.subList(1, chain.size()), reply, asked));
  }

  /** What the zone says of the name that an alias leads to, its SOA standing for a denial. */
  private static Optional<Outcome> then(List<RRset> rest, ScrubbedReply reply, Question asked) {
    if (rest.isEmpty()) {
      // RFC 6604 section 3: the RCODE is that of the last name.
      return reply
          .soa()
          .map(soa ->
              reply.rcode().equals(Rcode.NXDOMAIN)
                  ? new Outcome.NoSuchName(Optional.of(soa))
                  : new Outcome.NoData(Optional.of(soa)));
    }
    return Optional.of(
        isAlias(rest.getFirst(), asked)
            ? alias(rest, reply, asked)
            : new Outcome.Positive(List.of(rest.getFirst())));
  }

  private static boolean matches(Question asked, RRset rrset) {
    return asked.type().equals(RRType.ANY) || asked.type().equals(rrset.type());
  }

  private static Verdict denial(ScrubbedReply reply, ZoneCut cut) {
    Optional<RRset> soa = reply.soa();
    // A denial by the wrong zone is none (RFC 2308 section 5: the SOA is of the zone that denies).
    if (soa.isEmpty()
        && reply.rejectedAny(rejection -> rejection.rrset().type().equals(RRType.SOA))) {
      return new Verdict.Unusable("denies in the name of another zone");
    }
    Outcome absence =
        reply.rcode().equals(Rcode.NXDOMAIN)
            ? new Outcome.NoSuchName(soa)
            : new Outcome.NoData(soa);
    // Answers that do not lead from the name to the type deny nothing by themselves.
    if (soa.isEmpty() && reply.rejectedAny(rejection -> rejection.section() == Section.ANSWER)) {
      return new Verdict.Doubtful(absence, "answers another question");
    }
    // RFC 2308 section 2.2 has no denial with name servers and no SOA: it is a referral gone wrong,
    // unless the zone names its own.
    if (soa.isEmpty() && reply.rejectedAny(rejection -> isReferral(rejection, cut))) {
      return new Verdict.Lame("refers elsewhere in the name of an authority");
    }
    // RFC 2308 section 2.1: the RCODE alone denies the name; without an SOA it is not cached.
    if (reply.rcode().equals(Rcode.NXDOMAIN)) {
      return new Verdict.Conclusive(new Outcome.NoSuchName(soa), words("no such name", soa));
    }
    // RFC 2308 section 2.2, type 3 of "no data": an empty reply may be a mistake as well.
    if (soa.isEmpty()) {
      return new Verdict.Doubtful(absence, "no data, and no SOA that says so");
    }
    // RFC 2308 section 2.2, types 1 and 2 of "no data".
    return new Verdict.Conclusive(new Outcome.NoData(soa), words("no data", soa));
  }

  private static boolean isReferral(Rejection rejection, ZoneCut cut) {
    return rejection.section() == Section.AUTHORITY
        && rejection.rrset().type().equals(RRType.NS)
        && !rejection.rrset().name().equals(cut.zone());
  }

  static String words(String what, Optional<RRset> soa) {
    return what + soa.map(rrset -> ", says " + rrset.name()).orElse("");
  }

  private Verdict.Referral referral(RRset nameServers, List<RRset> glue) {
    List<NameServer> servers = new ArrayList<>();
    for (NS ns : nameServers.as(NS.class)) {
      servers.add(new NameServer(ns.nameServer(), addresses(ns.nameServer(), glue)));
    }
    return new Verdict.Referral(new ZoneCut(nameServers.name(), servers), nameServers, glue);
  }

  private List<InetAddress> addresses(DomainName nameServer, List<RRset> glue) {
    List<InetAddress> addresses = new ArrayList<>();
    for (RRset rrset : glue) {
      if (rrset.name().equals(nameServer)) {
        rrset.as(A.class).forEach(a -> addresses.add(a.address()));
        rrset.as(AAAA.class).forEach(aaaa -> addresses.add(aaaa.address()));
      }
    }
    int most = limits.addressesPerNameServer();
    return addresses.size() <= most ? addresses : addresses.subList(0, most);
  }
}
