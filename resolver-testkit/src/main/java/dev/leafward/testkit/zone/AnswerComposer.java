// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Composes the reply to one question: the algorithm of RFC 1034 section 4.3.2 with wildcards (RFC
 * 4592), DNAME (RFC 6672) and negative answers (RFC 2308).
 *
 * <p>An alias is followed as long as this authority serves its target; the RCODE is that of the
 * last name, AA that of the first (RFC 6604, RFC 1035 section 4.1.1). With DO, the RRSIG and NSEC
 * records that the zone text holds go along (RFC 4035 section 3.1). Used once, by one thread.
 *
 * <p>It does not look for NSEC3 proofs.
 */
final class AnswerComposer {

  private static final Set<RRType> ENDED_BY_AN_ALIAS = Set.of(RRType.CNAME, RRType.ANY);

  private final Authority authority;
  private final Question question;
  private final boolean dnssec;
  private final Message.Builder reply;
  private final AdditionalAddresses addresses;
  private final Set<ResourceRecord> present = new HashSet<>();

  AnswerComposer(Authority authority, Question question, boolean dnssec, Message.Builder reply) {
    this.authority = authority;
    this.question = question;
    this.dnssec = dnssec;
    this.reply = reply;
    this.addresses = new AdditionalAddresses(authority);
  }

  Message compose() {
    Set<DomainName> seen = new HashSet<>();
    DomainName name = question.name();
    while (name != null && seen.add(name)) {
      Optional<Zone> zone = authority.zoneOf(name, question.type());
      if (zone.isPresent()) {
        name = answer(zone.get(), name);
      } else {
        return present.isEmpty() ? reply.rcode(Rcode.REFUSED).build() : reply.build();
      }
    }
    return reply.build();
  }

  /** Answers for one name of the chain; returns the target to go on with, if it is an alias. */
  private @Nullable DomainName answer(Zone zone, DomainName name) {
    ZoneMatch match = zone.match(name, question.type());
    if (present.isEmpty() && !(match instanceof ZoneMatch.Delegation)) {
      reply.authoritative();
    }
    return switch (match) {
      case ZoneMatch.Exact exact -> fromNode(zone, exact.node(), name);
      case ZoneMatch.Wildcard wildcard -> fromWildcard(zone, wildcard.source(), name);
      case ZoneMatch.Delegation delegation -> referral(zone, delegation.cut());
      case ZoneMatch.Redirection redirection -> fromDname(redirection.owner(), name);
      case ZoneMatch.Nothing nothing -> noSuchName(zone, nothing.closestEncloser(), name);
    };
  }

  private @Nullable DomainName fromNode(Zone zone, ZoneNode node, DomainName owner) {
    if (addWanted(zone, node, owner)) {
      return null;
    }
    Optional<RRset> alias = node.find(RRType.CNAME);
    if (alias.isPresent()) {
      add(Section.ANSWER, alias.get(), owner);
      return alias.get().as(CNAME.class).getFirst().target();
    }
    add(Section.AUTHORITY, zone.negativeSoa(), zone.origin());
    addDenial(zone, node.name());
    return null;
  }

  /** Adds what was asked for, if the node has it. */
  private boolean addWanted(Zone zone, ZoneNode node, DomainName owner) {
    RRType type = question.type();
    if (type.equals(RRType.RRSIG)) {
      node.sets().forEach(set -> addSignatures(Section.ANSWER, set, owner));
      return node.sets().stream().anyMatch(set -> !set.signatures().isEmpty());
    }
    List<RRset> wanted =
        type.equals(RRType.ANY) ? List.copyOf(node.sets()) : node.find(type).stream().toList();
    wanted.forEach(set -> add(Section.ANSWER, set, owner));
    wanted.forEach(set -> addAdditional(zone, set));
    return !wanted.isEmpty();
  }

  private @Nullable DomainName fromWildcard(Zone zone, ZoneNode source, DomainName owner) {
    DomainName target = fromNode(zone, source, owner);
    addDenial(zone, owner);
    return target;
  }

  private @Nullable DomainName referral(Zone zone, ZoneNode cut) {
    RRset nameServers = cut.find(RRType.NS).orElseThrow();
    add(Section.AUTHORITY, nameServers, cut.name());
    if (dnssec) {
      cut.find(RRType.DS)
          .ifPresentOrElse(
              ds -> add(Section.AUTHORITY, ds, cut.name()), () -> addDenial(zone, cut.name()));
    }
    addAdditional(zone, nameServers);
    return null;
  }

  private @Nullable DomainName fromDname(ZoneNode owner, DomainName name) {
    RRset redirection = owner.find(RRType.DNAME).orElseThrow();
    add(Section.ANSWER, redirection, owner.name());
    DomainName newSuffix = redirection.as(DNAME.class).getFirst().target();
    Optional<DomainName> target = name.replaceSuffix(owner.name(), newSuffix);
    if (target.isEmpty()) {
      reply.rcode(Rcode.YXDOMAIN);
      return null;
    }
    RData alias = new CNAME(target.get());
    add(Section.ANSWER, new ResourceRecord(name, redirection.rrClass(), redirection.ttl(), alias));
    return ENDED_BY_AN_ALIAS.contains(question.type()) ? null : target.get();
  }

  private @Nullable DomainName noSuchName(Zone zone, ZoneNode encloser, DomainName name) {
    reply.rcode(Rcode.NXDOMAIN);
    add(Section.AUTHORITY, zone.negativeSoa(), zone.origin());
    addDenial(zone, name);
    addDenial(zone, encloser.name().wildcard());
    return null;
  }

  private void addDenial(Zone zone, DomainName name) {
    if (dnssec) {
      zone.nsecFor(name).ifPresent(nsec -> add(Section.AUTHORITY, nsec, nsec.name()));
    }
  }

  private void addAdditional(Zone zone, RRset set) {
    addresses.of(set, zone).forEach(each -> add(Section.ADDITIONAL, each, each.name()));
  }

  /** Adds an RRset under the owner that was asked for, which a wildcard's is not. */
  private void add(Section section, RRset set, DomainName owner) {
    for (RData data : set.rdata()) {
      add(section, new ResourceRecord(owner, set.rrClass(), set.ttl(), data));
    }
    if (dnssec) {
      addSignatures(section, set, owner);
    }
  }

  private void addSignatures(Section section, RRset set, DomainName owner) {
    for (RData signature : set.signatures()) {
      add(section, new ResourceRecord(owner, set.rrClass(), set.ttl(), signature));
    }
  }

  private void add(Section section, ResourceRecord each) {
    if (present.add(each)) {
      reply.add(section, each);
    }
  }
}
