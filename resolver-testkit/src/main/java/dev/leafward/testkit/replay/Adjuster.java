// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.replay.PacketEncoder.Envelope;
import dev.leafward.testkit.replay.PacketEncoder.Opt;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.Entry.Adjustment;
import dev.leafward.testkit.replay.scenario.PacketTemplate;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the answer to a query out of an entry.
 *
 * <p>The query's own spelling of a name is kept, the OPT record is there only if the query has one,
 * and over TCP nothing is truncated.
 */
final class Adjuster {

  private static final int UNBOUND_PAYLOAD_SIZE = 1232;
  private static final int DECKARD_PAYLOAD_SIZE = 4096;
  private static final int ID_OCTETS = 2;

  private final Dialect dialect;

  Adjuster(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The octets to send; nothing if the entry says that it does not answer. */
  Optional<byte[]> answer(Entry entry, OutgoingQuery query) {
    if (entry.adjust().contains(Adjustment.DO_NOT_ANSWER)) {
      return Optional.empty();
    }
    if (entry.raw().isPresent()) {
      return Optional.of(raw(entry, entry.raw().get(), query));
    }
    Envelope envelope =
        new Envelope(
            id(entry, query),
            flags(entry.packet(), query),
            question(entry, query),
            opt(entry.packet(), query));
    return Optional.of(PacketEncoder.encode(entry.packet(), envelope));
  }

  /**
   * The flags of the template, without TC over real TCP: Unbound's engine sits above its
   * transports, and a TC there is one that TCP has not mended. AA besides, where it gives records
   * or a denial and does not say that it is a resolver's. Unbound and Knot Resolver believe such
   * answers without AA, so most scenarios leave it out; this library takes an authority only at its
   * word (RFC 2181 section 5.4.1).
   */
  private Set<HeaderFlag> flags(PacketTemplate template, OutgoingQuery query) {
    Set<HeaderFlag> flags = EnumSet.noneOf(HeaderFlag.class);
    flags.addAll(template.flags());
    if (query.protocol() == Protocol.TCP && dialect == Dialect.DECKARD) {
      flags.remove(HeaderFlag.TC);
    }
    if (!flags.contains(HeaderFlag.RA) && givesSomething(template)) {
      flags.add(HeaderFlag.AA);
    }
    return flags;
  }

  private static boolean givesSomething(PacketTemplate template) {
    return !template.section(Section.ANSWER).isEmpty()
        || template.rcode().equals(Rcode.NXDOMAIN)
        || template.section(Section.AUTHORITY).stream()
            .anyMatch(record -> record.type().equals(RRType.SOA));
  }

  /** An answer that says that the server could not find anything out. */
  byte[] serverFailure(OutgoingQuery query) {
    Message.Builder reply = Message.replyTo(query.message()).rcode(Rcode.SERVFAIL);
    query
        .message()
        .edns()
        .ifPresent(asked -> reply.edns(ServerCookies.with(Edns.of(UNBOUND_PAYLOAD_SIZE), asked)));
    return MessageCodec.encode(reply.build());
  }

  /**
   * Unbound's engine hands answers on without a look at the ID, so that entries may well forget to
   * copy it. In Deckard's dialect an answer without the adjustment has a wrong ID.
   */
  private int id(Entry entry, OutgoingQuery query) {
    int asked = query.message().id();
    if (dialect == Dialect.UNBOUND || entry.adjust().contains(Adjustment.COPY_ID)) {
      return asked;
    }
    return asked == 0 ? 1 : 0;
  }

  private static Optional<Question> question(Entry entry, OutgoingQuery query) {
    Optional<Question> own = entry.packet().question();
    Optional<Question> asked = query.question();
    boolean sameName =
        own.isPresent() && asked.isPresent() && own.get().name().equals(asked.get().name());
    if (entry.adjust().contains(Adjustment.COPY_QUERY) || isForAnotherType(entry, query)) {
      return asked;
    }
    return sameName
        ? Optional.of(new Question(asked.get().name(), own.get().type(), own.get().rrClass()))
        : own;
  }

  /** Where an entry was taken though its type is another: see {@link QueryMatcher}. */
  private static boolean isForAnotherType(Entry entry, OutgoingQuery query) {
    return !QueryMatcher.matches(entry, query) && QueryMatcher.matchesExploring(entry, query);
  }

  /**
   * The OPT record, if the query has one. Where the scenario has no options of its own the server
   * knows cookies (RFC 7873): in a closed world nobody forges, and the resolver may know it.
   */
  private Optional<Opt> opt(PacketTemplate template, OutgoingQuery query) {
    return query
        .message()
        .edns()
        .map(asked -> {
          Octets options = template.ednsOptions().orElseGet(() -> ServerCookies.answer(asked));
          return switch (dialect) {
            case UNBOUND ->
                new Opt(UNBOUND_PAYLOAD_SIZE, template.dnssecOk() ? Edns.DO : 0, options);
            case DECKARD -> new Opt(DECKARD_PAYLOAD_SIZE, asked.flags(), options);
          };
        });
  }

  private static byte[] raw(Entry entry, Octets raw, OutgoingQuery query) {
    byte[] octets = raw.toArray();
    boolean takesId =
        entry.adjust().contains(Adjustment.COPY_ID) || entry.adjust().contains(Adjustment.RAW_ID);
    if (takesId && octets.length >= ID_OCTETS) {
      octets[0] = (byte) (query.message().id() >> Byte.SIZE);
      octets[1] = (byte) query.message().id();
    }
    return octets;
  }
}
