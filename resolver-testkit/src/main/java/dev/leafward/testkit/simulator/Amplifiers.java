// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import static dev.leafward.testkit.simulator.Behaviour.lying;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.TXT;
import java.util.List;
import java.util.function.BiFunction;

/** Servers that are out to have the resolver work for them: the amplifications. */
final class Amplifiers {

  private static final int MOST_OCTETS = 200;

  private final Draw draw;
  private final List<DomainName> victims;
  private int count;

  /** Amplifiers that would have the servers of these names flooded. */
  Amplifiers(Draw draw, List<DomainName> victims) {
    this.draw = draw;
    this.victims = victims;
  }

  Behaviour any() {
    return draw.oneOf(
        List.of(
            lying("C1: refers to hosts that its victim has not", referral(this::ofOneVictim, 60)),
            lying("C2: refers to 700 hosts", referral(this::anywhere, 700)),
            lying("C3: refers to hosts below itself", referral(this::belowTheQuestion, 13)),
            lying("C4: delegates for ever", endless()),
            lying("C5: aliases for ever", aliases()),
            lying("C6: aliases and hosts by turns", byTurns()),
            lying("C7: has ten names for the same addresses", sameAddresses()),
            lying("C14: has an RRset of thousands", huge(this::manyAddresses)),
            lying("C15: finds the same fault for ever", fault()),
            lying("C17: sends 60 KiB", huge(this::longTexts))));
  }

  private DomainName fresh(DomainName name) {
    if (name.octets() > MOST_OCTETS) {
      return name;
    }
    try {
      return name.child("f" + count++);
    } catch (InvalidNameException e) {
      return name;
    }
  }

  private static DomainName above(DomainName name) {
    return name.isRoot() ? name : name.parent();
  }

  private interface Lie extends BiFunction<Question, Message.Builder, Message.Builder> {}

  private static Responder replying(Lie lie) {
    return (query, occasion) -> {
      Message reply =
          query
              .question()
              .map(asked -> lie.apply(asked, Message.replyTo(query)).build())
              .orElseGet(() -> Message.replyTo(query).build());
      return List.of(occasion.reply(reply));
    };
  }

  private interface Hosts {
    DomainName of(Question asked, DomainName victim);
  }

  private DomainName ofOneVictim(Question asked, DomainName victim) {
    return fresh(victim);
  }

  private DomainName anywhere(Question asked, DomainName victim) {
    return fresh(draw.oneOf(victims));
  }

  private DomainName belowTheQuestion(Question asked, DomainName victim) {
    return fresh(asked.name());
  }

  private Responder referral(Hosts hosts, int size) {
    return replying((asked, reply) -> {
      DomainName victim = draw.oneOf(victims);
      for (int i = 0; i < size; i++) {
        reply.authority(Poison.ns(asked.name(), hosts.of(asked, victim)));
      }
      return reply;
    });
  }

  /** Every name is a zone of its own, whose servers are below another such zone. */
  private Responder endless() {
    return replying((asked, reply) -> {
      int labels = draw.between(Math.min(1, asked.name().labelCount()), asked.name().labelCount());
      DomainName zone = asked.name().suffix(labels);
      DomainName host = draw.chance(0.5) ? fresh(zone) : fresh(above(zone));
      reply.authority(Poison.ns(zone, host));
      return draw.chance(0.5) ? reply.additional(Poison.glue(host)) : reply;
    });
  }

  private Responder aliases() {
    return replying((asked, reply) ->
        reply.authoritative().answer(Poison.cname(asked.name(), fresh(above(asked.name())))));
  }

  private Responder byTurns() {
    Responder turns = aliases();
    Responder hosts = referral(this::ofOneVictim, 13);
    return (query, occasion) -> (draw.chance(0.5) ? turns : hosts).respond(query, occasion);
  }

  private Responder sameAddresses() {
    return replying((asked, reply) -> {
      for (int host = 0; host < 10; host++) {
        DomainName name =
            asked.name().octets() > MOST_OCTETS ? asked.name() : asked.name().child("s" + host);
        reply.authority(Poison.ns(asked.name(), name));
        for (int i = 0; i < 13; i++) {
          RData address = HostGenerator.data(InetAddresses.forString("185.9.9." + i));
          reply.additional(Poison.of(name, address));
        }
      }
      return reply;
    });
  }

  private interface Filler {
    ResourceRecord record(DomainName owner, int number);
  }

  private ResourceRecord manyAddresses(DomainName owner, int number) {
    String address = "185.8." + number / 250 + "." + number % 250;
    return Poison.of(owner, HostGenerator.data(InetAddresses.forString(address)));
  }

  private ResourceRecord longTexts(DomainName owner, int number) {
    return Poison.of(owner, TXT.of("t".repeat(250) + number));
  }

  /** Some 50,000 octets of one type, whatever is asked, and an alias now and then for more. */
  private Responder huge(Filler filler) {
    return replying((asked, reply) -> {
      int size = filler.record(asked.name(), 0).data() instanceof TXT ? 190 : 3_000;
      for (int i = 0; i < size; i++) {
        reply.answer(filler.record(asked.name(), i));
      }
      return reply.authoritative();
    });
  }

  private Responder fault() {
    List<Rcode> faults = List.of(Rcode.FORMERR, Rcode.SERVFAIL, Rcode.NOTIMP, Rcode.REFUSED);
    Rcode mine = draw.oneOf(faults);
    boolean truncated = draw.chance(0.5);
    return (Message query, Occasion occasion) -> {
      Message.Builder reply = Message.replyTo(query).rcode(mine);
      Reply only = occasion.reply((truncated ? reply.truncated() : reply).build());
      return List.of(only);
    };
  }
}
