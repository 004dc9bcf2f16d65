// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Opcode;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.List;

/**
 * Those beside the path, who see no query but send replies in the server's name, sooner than it
 * does. They never guess the ID, as the one in 65,536 who does is believed.
 *
 * <p>Over TCP they are powerless, and the server goes on as it is, so that every question can still
 * be answered.
 */
final class Forgers {

  private static final int HEADER_OCTETS = 12;

  private final Draw draw;
  private final List<DomainName> victims;

  Forgers(Draw draw, List<DomainName> victims) {
    this.draw = draw;
    this.victims = victims;
  }

  Behaviour any() {
    return draw.oneOf(
        List.of(
            beside("A4: forgers guess the ID", this::wrongId),
            beside("A5: forgers say it is broken", this::wrongIdFault),
            beside("A11: malformed messages come first", this::malformed),
            beside("A12: replies to other questions come first", this::wrongQuestion)));
  }

  private interface Forgery {
    byte[] of(Message query);
  }

  private Behaviour beside(String name, Forgery forgery) {
    Responder forged = (query, occasion) -> withForged(query, occasion, forgery);
    return Behaviour.harmless(name, server -> server.responding(forged));
  }

  private List<Reply> withForged(Message query, Occasion occasion, Forgery forgery) {
    List<Reply> replies = new ArrayList<>();
    if (occasion.protocol() == Protocol.UDP) {
      for (int i = draw.between(1, 3); i > 0; i--) {
        replies.add(Reply.of(forgery.of(query)));
      }
    }
    replies.add(occasion.honest());
    return replies;
  }

  private int otherId(Message query) {
    return (query.id() + draw.between(1, 0xFFFF)) & 0xFFFF;
  }

  private Message.Builder forged(Message query) {
    Message.Builder reply = Message.replyTo(query).authoritative();
    query
        .question()
        .ifPresent(asked -> {
          reply.answer(Poison.answer(asked.name(), asked.type()));
          reply.authority(Poison.ns(draw.oneOf(victims), asked.name()));
          reply.additional(Poison.glue(asked.name()));
        });
    return reply;
  }

  private byte[] wrongId(Message query) {
    return MessageCodec.encode(forged(query).id(otherId(query)).build());
  }

  private byte[] wrongIdFault(Message query) {
    List<Rcode> faults = List.of(Rcode.FORMERR, Rcode.REFUSED, Rcode.SERVFAIL, Rcode.NOTIMP);
    Message.Builder reply = Message.replyTo(query).withoutEdns().rcode(draw.oneOf(faults));
    return MessageCodec.encode(reply.truncated().id(otherId(query)).build());
  }

  /** With the right ID: this is what middle boxes make of things, not what a guesser can send. */
  private byte[] malformed(Message query) {
    Message.Builder reply = forged(query);
    return switch (draw.below(6)) {
      case 0 -> new byte[0];
      case 1 -> truncated(MessageCodec.encode(reply.build()), draw.below(HEADER_OCTETS));
      case 2 -> MessageCodec.encode(query.toBuilder().build());
      case 3 -> MessageCodec.encode(reply.opcode(Opcode.UPDATE).build());
      case 4 -> {
        byte[] octets = MessageCodec.encode(reply.build());
        yield truncated(octets, draw.between(HEADER_OCTETS, octets.length - 1));
      }
      default -> {
        byte[] noise = new byte[draw.below(100)];
        for (int i = 0; i < noise.length; i++) {
          noise[i] = (byte) draw.below(256);
        }
        yield noise;
      }
    };
  }

  private static byte[] truncated(byte[] octets, int length) {
    return java.util.Arrays.copyOf(octets, length);
  }

  private byte[] wrongQuestion(Message query) {
    Message.Builder reply = Message.builder().id(query.id()).response().authoritative();
    DomainName victim = draw.oneOf(victims);
    query
        .question()
        .filter(asked -> !asked.name().equals(victim))
        .ifPresent(asked ->
            reply
                .question(new Question(victim, asked.type()))
                .answer(Poison.answer(victim, asked.type())));
    return MessageCodec.encode(reply.build());
  }
}
