// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a server says of a zone as a resolver: with RA and without AA (RFC 2181 section
 * 5.4.1). It is for one question alone: all TTLs are 0, denials have no SOA, and where somebody has
 * TTLs of 0 raised, its trust still keeps it out of the cache.
 */
final class Hearsay {

  private Hearsay() {}

  /** The outcome; empty if the reply neither has the records nor denies them. */
  static Optional<Outcome> of(ScrubbedReply reply, Question asked) {
    if (!reply.chain().isEmpty()) {
      return Classifier.answer(reply, asked) instanceof Verdict.Conclusive answer
          ? Optional.of(unkept(answer.outcome()))
          : Optional.empty();
    }
    if (reply.rcode().equals(Rcode.NXDOMAIN)) {
      return Optional.of(unkept(new Outcome.NoSuchName(reply.soa())));
    }
    return reply.soa().isPresent()
        ? Optional.of(unkept(new Outcome.NoData(reply.soa())))
        : Optional.empty();
  }

  private static Outcome unkept(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Positive found -> new Outcome.Positive(unkept(found.rrsets()), Trust.HEARSAY);
      case Outcome.Alias alias ->
          new Outcome.Alias(
              alias.cname().withTtl(0),
              alias.target(),
              alias.redirection(),
              alias.then().map(Hearsay::unkept),
              Trust.HEARSAY);
      case Outcome.NoData none -> new Outcome.NoData(Optional.empty());
      case Outcome.NoSuchName none -> new Outcome.NoSuchName(Optional.empty());
    };
  }

  private static List<RRset> unkept(List<RRset> rrsets) {
    return rrsets.stream().map(rrset -> rrset.withTtl(0)).toList();
  }
}
