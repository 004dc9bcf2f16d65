// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.MatchRule;
import dev.leafward.testkit.replay.scenario.PacketTemplate;
import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.ExtendedError;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a query of the resolver is one that an entry is meant for.
 *
 * <p>Names are compared in any case, since a resolver may play with it, unless the entry says
 * {@code qcase}.
 */
final class QueryMatcher {

  /** The types that a resolver may ask a name for when it only wants to know what is there. */
  private static final Set<RRType> EXPLORING = Set.of(RRType.A, RRType.AAAA, RRType.NS);

  private QueryMatcher() {}

  /** Whether the query fulfils all conditions of the entry. */
  static boolean matches(Entry entry, OutgoingQuery query) {
    return entry.match().stream().allMatch(rule -> holds(rule, entry.packet(), query));
  }

  /**
   * Whether the query would match if it asked for another of the types by which a minimising
   * resolver explores (RFC 9156 section 2.1), and the entry says no more of the name than that it
   * is delegated or has no such records.
   */
  static boolean matchesExploring(Entry entry, OutgoingQuery query) {
    Optional<Question> wanted = entry.packet().question();
    Optional<Question> asked = query.question();
    if (wanted.isEmpty() || asked.isEmpty() || entry.raw().isPresent()) {
      return false;
    }
    return entry.packet().section(Section.ANSWER).isEmpty()
        && EXPLORING.contains(wanted.get().type())
        && EXPLORING.contains(asked.get().type())
        && wanted.get().name().equals(asked.get().name())
        && entry.match().stream()
            .filter(rule -> rule.kind() != MatchRule.Kind.QTYPE)
            .filter(rule -> rule.kind() != MatchRule.Kind.QUESTION)
            .allMatch(rule -> holds(rule, entry.packet(), query));
  }

  private static boolean holds(MatchRule rule, PacketTemplate wanted, OutgoingQuery query) {
    Message message = query.message();
    return switch (rule.kind()) {
      case OPCODE -> message.header().opcode().equals(wanted.opcode());
      case QTYPE ->
          question(query).map(Question::type).equals(wanted.question().map(Question::type));
      case QNAME ->
          question(query).map(Question::name).equals(wanted.question().map(Question::name));
      case QCASE -> sameCase(query, wanted);
      case SUBDOMAIN -> isBelow(query, wanted);
      case QUESTION -> question(query).equals(wanted.question());
      case RCODE -> message.rcode().equals(wanted.rcode());
      case FLAGS -> Flags.of(message).equals(wanted.flags());
      case ANSWER -> sameSize(Section.ANSWER, message, wanted);
      case AUTHORITY -> sameSize(Section.AUTHORITY, message, wanted);
      case ADDITIONAL -> sameSize(Section.ADDITIONAL, message, wanted);
      case ALL, ALL_NOEDNS -> same(query, wanted);
      case TTL, EDNS, NSID -> true;
      case DO -> message.edns().filter(Edns::dnssecOk).isPresent();
      case CO, SERIAL -> false;
      case NOEDNS -> message.edns().isEmpty();
      case EDNSDATA ->
          EdnsOctets.options(message).equals(wanted.ednsOptions().orElse(Octets.EMPTY));
      case UDP -> query.protocol() == Protocol.UDP;
      case TCP -> query.protocol() == Protocol.TCP;
      case EDE -> message.edns().flatMap(edns -> edns.option(ExtendedError.CODE)).isPresent();
      case CLIENT_COOKIE, SERVER_COOKIE ->
          message.edns().flatMap(edns -> edns.option(Cookie.class)).isPresent();
    };
  }

  private static Optional<Question> question(OutgoingQuery query) {
    return query.question();
  }

  private static boolean sameCase(OutgoingQuery query, PacketTemplate wanted) {
    return question(query)
        .flatMap(asked -> wanted.question().map(w -> w.name().equalsExactly(asked.name())))
        .orElse(false);
  }

  private static boolean isBelow(OutgoingQuery query, PacketTemplate wanted) {
    return question(query)
        .flatMap(asked -> wanted.question().map(w -> asked.name().isAtOrBelow(w.name())))
        .orElse(false);
  }

  /** A query has no records; so an entry with some is none for it. */
  private static boolean sameSize(Section section, Message message, PacketTemplate wanted) {
    return message.section(section).size() == wanted.section(section).size();
  }

  private static boolean same(OutgoingQuery query, PacketTemplate wanted) {
    return query.message().header().opcode().equals(wanted.opcode())
        && question(query).equals(wanted.question())
        && query.message().rcode().equals(wanted.rcode());
  }
}
