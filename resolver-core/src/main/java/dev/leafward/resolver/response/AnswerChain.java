// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.answer.Rejection.Reason;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way through an answer section from the question's name to its type (RFC 1034 section 4.3.2
 * step 3a), whatever the order of the records.
 *
 * <p>The way ends where an alias leads out of the zone asked: what stands there of other zones is
 * for their own servers to say. A CNAME that a DNAME implies is made from the DNAME (RFC 6672
 * section 3.1), never taken from the reply.
 */
final class AnswerChain {

  private final Sieve answers;
  private final Question asked;
  private final DomainName zone;
  private final int mostAliases;
  private final List<RRset> chain = new ArrayList<>();
  private final Set<DomainName> seen = new HashSet<>();
  private @Nullable DomainName tooLong;

  AnswerChain(Sieve answers, Question asked, DomainName zone, int mostAliases) {
    this.answers = answers;
    this.asked = asked;
    this.zone = zone;
    this.mostAliases = mostAliases;
  }

  /** The RRsets on the way, in order; empty if the first step is already missing. */
  List<RRset> follow() {
    if (asked.type().equals(RRType.ANY)) {
      return answers.takeAll(asked.name());
    }
    DomainName name = asked.name();
    while (name.isAtOrBelow(zone) && chain.size() <= mostAliases && seen.add(name)) {
      Optional<RRset> end = take(name, asked.type());
      if (end.isPresent()) {
        chain.add(end.get());
        break;
      }
      Optional<RRset> alias = alias(name);
      if (alias.isEmpty()) {
        break;
      }
      chain.add(alias.get());
      name = alias.get().as(CNAME.class).getFirst().target();
    }
    return chain;
  }

  /** The name on the way that a DNAME makes too long (RFC 6672 section 2.2), if any. */
  Optional<DomainName> tooLong() {
    return Optional.ofNullable(tooLong);
  }

  private Optional<RRset> take(DomainName name, RRType type) {
    return answers.take(rrset -> rrset.type().equals(type) && rrset.name().equals(name));
  }

  private Optional<RRset> alias(DomainName name) {
    Optional<RRset> dname =
        answers.take(rrset -> rrset.type().equals(RRType.DNAME) && name.isBelow(rrset.name()));
    Optional<RRset> cname = take(name, RRType.CNAME);
    if (dname.isEmpty()) {
      return cname.map(AnswerChain::single);
    }
    Optional<RRset> synthesised = synthesise(name, dname.get());
    if (synthesised.isEmpty()) {
      tooLong = name;
    }
    cname
        .filter(given -> synthesised.isEmpty() || !sameTarget(given, synthesised.get()))
        .ifPresent(given -> answers.reject(given, Reason.BAD_SYNTHESIS));
    return synthesised;
  }

  private static Optional<RRset> synthesise(DomainName name, RRset dname) {
    DomainName target = dname.as(DNAME.class).getFirst().target();
    return name.replaceSuffix(dname.name(), target)
        .map(to -> RRset.of(new ResourceRecord(name, dname.rrClass(), dname.ttl(), new CNAME(to))));
  }

  private static boolean sameTarget(RRset one, RRset other) {
    return one.as(CNAME.class).equals(other.as(CNAME.class));
  }

  /** Of several CNAMEs, which may not be (RFC 2181 section 10.1), the least target is followed. */
  private static RRset single(RRset cname) {
    if (cname.rdata().size() == 1) {
      return cname;
    }
    RData least =
        cname.as(CNAME.class).stream().min(Comparator.comparing(CNAME::target)).orElseThrow();
    return cname.withRData(List.of(least));
  }
}
