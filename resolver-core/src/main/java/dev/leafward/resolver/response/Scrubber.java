// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.answer.Rejection.Reason;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.Optional;

/**
 * Keeps of a reply what the question needs and the zone asked may say; lists what it throws out,
 * and why.
 *
 * <p>The rules are those of RFC 2181 section 5.4.1 and RFC 5452 section 6, and stricter where
 * attackers have used the room they leave: a record is believed only if its owner is at or below
 * the zone whose server was asked; of the answer section only the records that lead from the
 * question's name to its type; name servers only in a pure referral that leads deeper; addresses
 * only for the name servers of that referral. Nothing is believed by being repeated in another
 * section.
 *
 * <p>A pure function. It does not tell what the reply means: that is the {@link Classifier}'s job.
 */
public final class Scrubber {

  private final ResolverLimits limits;
  private final Question priming;
  private final Speaker speaker;

  /** A scrubber that keeps no more name servers and aliases than the limits allow. */
  public Scrubber(ResolverLimits limits) {
    this(limits, DomainName.ROOT, Speaker.AUTHORITY);
  }

  /**
   * A scrubber for where iteration begins at another zone than the root.
   *
   * @param floor the zone whose configured servers are asked for all of them
   */
  public Scrubber(ResolverLimits limits, DomainName floor) {
    this(limits, floor, Speaker.AUTHORITY);
  }

  private Scrubber(ResolverLimits limits, DomainName floor, Speaker speaker) {
    this.limits = limits;
    this.speaker = speaker;
    this.priming = new Question(floor, RRType.NS);
  }

  /** A scrubber of what forwarders reply, whose zone is the forward zone. */
  public static Scrubber ofForwarders(ResolverLimits limits) {
    return new Scrubber(limits, DomainName.ROOT, Speaker.FORWARDER);
  }

  /** What may be believed of the reply to a question that was put to a server of a zone. */
  public ScrubbedReply scrub(Message reply, Question asked, ZoneCut cut) {
    Sieve answers = new Sieve(Section.ANSWER, reply, asked, cut.zone());
    Sieve authorities =
        new Sieve(Section.AUTHORITY, reply, asked, cut.zone(), this::deniesFromAbove);
    Sieve additionals = new Sieve(Section.ADDITIONAL, reply, asked, cut.zone());

    AnswerChain way = new AnswerChain(answers, asked, cut.zone(), speaker, limits.aliases());
    List<RRset> chain = way.follow();
    Optional<RRset> soa = way.end().flatMap(name -> soa(authorities, name, asked.type()));
    ReferralRule rule = new ReferralRule(reply, chain, soa);
    boolean mayRefer = rule.allows();
    Optional<RRset> referral =
        rule.showsTheWay() ? referral(authorities, asked, cut.zone()) : Optional.empty();
    Optional<RRset> kept = referral.map(rrset -> authorities.cut(rrset, limits.nameServers()));
    List<RRset> glue = kept.map(additionals::takeGlue).orElseGet(List::of);
    if (asked.equals(priming) && !chain.isEmpty()) {
      // RFC 9609 section 4: the addresses beside the answer to ". NS" are what priming is for.
      glue = additionals.takeGlue(chain.getFirst());
    }

    answers.rejectRest(Reason.IRRELEVANT);
    authorities.rejectNameServers(
        mayRefer && kept.isEmpty() ? Reason.NOT_DEEPER : Reason.UNASKED_NAME_SERVERS);
    authorities.dropProofs();
    authorities.rejectRest(Reason.IRRELEVANT);
    additionals.rejectRest(kept.isPresent() ? Reason.NOT_GLUE : Reason.IRRELEVANT);
    return new ScrubbedReply(
        reply.header(),
        reply.rcode(),
        chain,
        way.dname(),
        way.tooLong(),
        soa,
        kept,
        glue,
        Sieve.rejections(answers, authorities, additionals));
  }

  /**
   * Whether it can be the SOA of a zone that the forward zone is only a part of: of whatever zone a
   * name is, a forwarder may say that it does not exist. Nothing but the denial comes of it.
   */
  private boolean deniesFromAbove(RRset rrset) {
    return speaker == Speaker.FORWARDER && rrset.type().equals(RRType.SOA);
  }

  /**
   * The SOA of a denial: of a zone that the name is in (RFC 2308 section 5). What the zone of that
   * very name says of its DS is none: that is its parent's to say (RFC 4035 section 3.1.4.1).
   */
  private static Optional<RRset> soa(Sieve authorities, DomainName name, RRType type) {
    boolean parentSide = type.equals(RRType.DS) && !name.isRoot();
    return authorities.take(rrset ->
        rrset.type().equals(RRType.SOA)
            && (parentSide ? name.isBelow(rrset.name()) : name.isAtOrBelow(rrset.name())));
  }

  /**
   * The name servers that lead deeper: below the zone asked, at or above the name. A DS record is
   * its parent's (RFC 4035 section 3.1.4.1), so the way to it ends above the name.
   */
  private static Optional<RRset> referral(Sieve authorities, Question asked, DomainName zone) {
    boolean parentSide = asked.type().equals(RRType.DS);
    return authorities.takeDeepest(rrset ->
        rrset.type().equals(RRType.NS)
            && rrset.name().isBelow(zone)
            && (parentSide
                ? asked.name().isBelow(rrset.name())
                : asked.name().isAtOrBelow(rrset.name())));
  }
}
