// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ReplyComposer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.replay.ClientReply.Source;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.ScenarioStep;
import dev.leafward.testkit.simulation.SimulatedThreads;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.ExtendedError;
import dev.leafward.wire.edns.ExtendedErrorCode;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Opcode;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes the clients' messages, as a server in front of the resolver would, and keeps the answers
 * until a step asks for them.
 */
final class ClientDesk {

  /** The octet of the header in which the flag RD is, and where in it (RFC 1035 section 4.1.1). */
  private static final int FLAGS_OCTET = 2;

  private static final int RECURSION_DESIRED = 1;

  private final Resolver resolver;
  private final SimulatedThreads threads;
  private final Dialect dialect;
  private final ReplayLog log;
  private final Predicate<DomainName> local;
  private final Deque<ClientReply> replies = new ArrayDeque<>();
  private int waiting;

  /**
   * A desk.
   *
   * @param local the names that need no cache: what is local is answered to RD=0 too
   */
  ClientDesk(
      Resolver resolver,
      SimulatedThreads threads,
      Dialect dialect,
      Predicate<DomainName> local,
      ReplayLog log) {
    this.resolver = resolver;
    this.threads = threads;
    this.dialect = dialect;
    this.local = local;
    this.log = log;
  }

  /** The answers that no step has asked for yet, the oldest first. */
  Deque<ClientReply> replies() {
    return replies;
  }

  /** Whether a client still waits. */
  boolean isWaitedFor() {
    return waiting > 0;
  }

  /** Puts the question of a step; the answer comes as the threads run. */
  void ask(ScenarioStep step) {
    Entry entry = step.message();
    Message query;
    try {
      query = MessageCodec.decode(octets(entry));
    } catch (WireFormatException e) {
      garbled(step, octets(entry));
      return;
    }
    boolean awaited = dialect == Dialect.UNBOUND || entry.raw().isEmpty();
    waiting++;
    threads.execute(() -> {
      try {
        Optional<ClientReply> reply = reply(step, query);
        if (awaited) {
          reply.ifPresent(replies::add);
        }
      } finally {
        waiting--;
      }
    });
  }

  private byte[] octets(Entry entry) {
    return entry.raw().isPresent()
        ? entry.raw().get().toArray()
        : ClientMessage.encode(entry.packet(), dialect);
  }

  /** What cannot be read is answered FORMERR (RFC 1035 section 4.1.1), if anybody waits. */
  private void garbled(ScenarioStep step, byte[] octets) {
    if (dialect == Dialect.UNBOUND && octets.length > FLAGS_OCTET) {
      Message.Builder header = Message.builder().rcode(Rcode.FORMERR).response();
      if ((octets[FLAGS_OCTET] & RECURSION_DESIRED) != 0) {
        header.recursionDesired();
      }
      Message nothing = Message.builder().build();
      replies.add(new ClientReply(step.arguments(), nothing, header.build(), Source.FRESH));
    }
  }

  private Optional<ClientReply> reply(ScenarioStep step, Message query) {
    Optional<Rcode> refusal = refusal(query);
    if (refusal.isPresent()) {
      return Optional.of(fresh(step, query, ReplyComposer.refusal(query, refusal.get())));
    }
    Question question = query.question().orElseThrow();
    if (!query.header().has(HeaderFlag.RD) && !local.test(question.name())) {
      return Optional.of(peek(step, query, question));
    }
    try {
      return Optional.of(answered(step, query, resolver.resolve(question)));
    } catch (ResolutionException e) {
      log.add("failure " + e.failure().sentence());
      return failed(step, query, e.failure());
    }
  }

  /** A policy may have it that nobody hears anything. */
  private static Optional<ClientReply> failed(ScenarioStep step, Message query, Failure failure) {
    Message reply = ReplyComposer.failure(query, failure);
    return switch (failure) {
      case Failure.Dropped dropped -> Optional.empty();
      case Failure.NameTooLong tooLong ->
          Optional.of(fresh(step, query, withError(reply, ExtendedErrorCode.OTHER)));
      case Failure.NoUsableServer none ->
          Optional.of(fresh(step, query, withError(reply, ExtendedErrorCode.NETWORK_ERROR)));
      default -> Optional.of(fresh(step, query, reply));
    };
  }

  /** What a server refuses before it looks anything up. */
  private static Optional<Rcode> refusal(Message query) {
    if (!query.header().opcode().equals(Opcode.QUERY)) {
      return Optional.of(Rcode.NOTIMP);
    }
    if (query.question().isEmpty()) {
      return Optional.of(Rcode.FORMERR);
    }
    Question question = query.question().get();
    if (Set.of(RRType.AXFR, RRType.IXFR).contains(question.type())
        || !question.rrClass().equals(RRClass.IN)) {
      return Optional.of(Rcode.REFUSED);
    }
    return question.type().isMeta() && !question.type().equals(RRType.ANY)
        ? Optional.of(Rcode.FORMERR)
        : Optional.empty();
  }

  private ClientReply peek(ScenarioStep step, Message query, Question question) {
    Optional<Answer> held = resolver.cache().peek(question);
    return held.map(answer -> answered(step, query, answer))
        .orElseGet(() -> {
          Message reply = ReplyComposer.refusal(query, Rcode.SERVFAIL);
          return new ClientReply(step.arguments(), query, reply, Source.NOT_CACHED);
        });
  }

  private static ClientReply answered(ScenarioStep step, Message query, Answer answer) {
    Message reply = ReplyComposer.reply(query, answer);
    if (answer.isStale()) {
      Message marked = withError(reply, ExtendedErrorCode.STALE_ANSWER);
      return new ClientReply(step.arguments(), query, marked, Source.STALE);
    }
    return fresh(step, query, reply);
  }

  private static ClientReply fresh(ScenarioStep step, Message query, Message reply) {
    return new ClientReply(step.arguments(), query, reply, Source.FRESH);
  }

  private static Message withError(Message reply, ExtendedErrorCode code) {
    return reply.edns().map(edns -> reply.toBuilder().edns(with(edns, code)).build()).orElse(reply);
  }

  private static Edns with(Edns edns, ExtendedErrorCode code) {
    return edns.withOption(ExtendedError.of(code));
  }
}
