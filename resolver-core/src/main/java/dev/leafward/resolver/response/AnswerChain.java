// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.answer.Rejection.Reason;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
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
 * for their own servers to say. In the root and the zones directly below it almost every name is in
 * another zone, so there it ends at the first alias, unless a forwarder speaks, whose business all
 * of them are. A CNAME that a DNAME implies is made from the DNAME (RFC 6672 section 3.1), never
 * taken from the reply.
 */
final class AnswerChain {

  private static final int LABELS_OF_REGISTERED_NAME = 2;

  private final Sieve answers;
  private final Question asked;
  private final DomainName zone;
  private final int mostAliases;
  private final boolean endsAtFirstAlias;
  private final List<RRset> chain = new ArrayList<>();
  private final Set<DomainName> seen = new HashSet<>();
  private @Nullable DomainName end;
  private @Nullable RRset dname;
  private @Nullable DomainName tooLong;
  private boolean leftOff;

  AnswerChain(Sieve answers, Question asked, DomainName zone, Speaker speaker, int mostAliases) {
    this.answers = answers;
    this.asked = asked;
    this.zone = zone;
    this.mostAliases = mostAliases;
    this.endsAtFirstAlias =
        speaker == Speaker.AUTHORITY && zone.labelCount() < LABELS_OF_REGISTERED_NAME;
  }

  /** The RRsets on the way, in order; empty if the first step is already missing. */
  List<RRset> follow() {
    if (asked.type().equals(RRType.ANY)) {
      List<RRset> all = answers.takeAll(asked.name());
      end = all.isEmpty() ? asked.name() : null;
      return all;
    }
    DomainName name = asked.name();
    while (name.isAtOrBelow(zone)
        && chain.size() <= mostAliases
        && seen.add(name)
        && (chain.isEmpty() || !endsAtFirstAlias)) {
      Optional<RRset> data = data(name);
      if (data.isPresent()) {
        chain.add(data.get());
        return chain;
      }
      Optional<RRset> alias = alias(name);
      if (alias.isEmpty()) {
        end = leftOff ? null : name;
        return chain;
      }
      chain.add(alias.get());
      name = alias.get().as(CNAME.class).getFirst().target();
    }
    return chain;
  }

  private Optional<RRset> data(DomainName name) {
    // Asked for, too, a CNAME that a DNAME implies is not taken as it stands.
    return asked.type().equals(RRType.CNAME) ? alias(name) : take(name, asked.type());
  }

  /** The name that was led to and not found; empty if it was, or is in another zone. */
  Optional<DomainName> end() {
    return Optional.ofNullable(end);
  }

  /** The DNAME that the first alias on the way was made from, if it was. */
  Optional<RRset> dname() {
    return Optional.ofNullable(dname);
  }

  /** The name on the way that a DNAME makes too long (RFC 6672 section 2.2), if any. */
  Optional<DomainName> tooLong() {
    return Optional.ofNullable(tooLong);
  }

  private Optional<RRset> take(DomainName name, RRType type) {
    return answers.take(rrset -> rrset.type().equals(type) && rrset.name().equals(name));
  }

  private Optional<RRset> alias(DomainName name) {
    Optional<RRset> redirecting = redirecting(name);
    Optional<RRset> cname = take(name, RRType.CNAME);
    if (redirecting.isEmpty()) {
      return cname.map(AnswerChain::single);
    }
    if (!chain.isEmpty()) {
      // A question of its own will tell: only the first alias may be a DNAME's work. What the reply
      // says of the end is about another name then.
      leftOff = true;
      return Optional.empty();
    }
    Optional<RRset> synthesised = Redirections.apply(redirecting.get(), name);
    dname = redirecting.get();
    if (synthesised.isEmpty()) {
      tooLong = name;
    }
    cname
        .filter(given -> synthesised.isEmpty() || !sameTarget(given, synthesised.get()))
        .ifPresent(given -> answers.reject(given, Reason.BAD_SYNTHESIS));
    return synthesised;
  }

  /** The DNAME that rules a name: the highest, since below a DNAME there is nothing. */
  private Optional<RRset> redirecting(DomainName name) {
    return answers
        .takeHighest(rrset -> rrset.type().equals(RRType.DNAME) && name.isBelow(rrset.name()))
        .map(AnswerChain::single);
  }

  private static boolean sameTarget(RRset one, RRset other) {
    return one.as(CNAME.class).equals(other.as(CNAME.class));
  }

  /**
   * Of several CNAMEs or DNAMEs, which may not be (RFC 2181 section 10.1, RFC 6672 section 2.4),
   * the one with the least target is followed, whatever their order.
   */
  private static RRset single(RRset alias) {
    if (alias.rdata().size() == 1) {
      return alias;
    }
    RData least =
        alias.rdata().stream().min(Comparator.comparing(AnswerChain::target)).orElseThrow();
    return alias.withRData(List.of(least));
  }

  private static DomainName target(RData alias) {
    return switch (alias) {
      case CNAME cname -> cname.target();
      case DNAME redirection -> redirection.target();
      default -> throw new IllegalArgumentException("no alias: " + alias);
    };
  }
}
