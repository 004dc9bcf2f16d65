// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import static dev.leafward.testkit.simulator.Behaviour.lying;
import static dev.leafward.testkit.simulator.Behaviour.saying;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.MX;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.TXT;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Servers that lie to gain what is not theirs: the poisonings by content. What they say of their
 * own zones is theirs to say; what they say of others must do no harm.
 */
final class Liars {

  private static final List<String> FORBIDDEN =
      List.of("127.0.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "ff02::1");

  private final Draw draw;
  private final List<DomainName> victims;

  /** Liars that are after these names and zones. */
  Liars(Draw draw, List<DomainName> victims) {
    this.draw = draw;
    this.victims = victims;
  }

  Behaviour any() {
    return draw.oneOf(
        List.of(
            lying("B1: adds records of others", extras()),
            lying("B2: adds name servers to answers", promiscuous()),
            lying("B3: refers to zones beside and above", elevation()),
            lying("B4: follows aliases by itself", forgedChain()),
            lying("B5: adds addresses beside MX", beside()),
            lying("B6: redirects zones of others", foreignDname()),
            lying("B9: gives glue nobody may ask", forbiddenGlue()),
            lying("B10: denies in the name of others", foreignDenial()),
            lying("B11: denies everything", denial()),
            lying("B13: answers in another class", otherClass()),
            lying("answers everything", Poison.knowsEverything()),
            lying("hands everything to the liars' server", handOver())));
  }

  private DomainName victim() {
    return draw.oneOf(victims);
  }

  private interface Lie extends BiFunction<Question, Message.Builder, Message.Builder> {}

  /** The honest reply with something added. */
  private static Responder adding(Lie lie) {
    return saying((query, honest) ->
        query.question().map(asked -> lie.apply(asked, honest.toBuilder()).build()).orElse(honest));
  }

  /** A reply of its own, with AA. */
  private static Responder replying(Lie lie) {
    return saying((query, honest) ->
        query
            .question()
            .map(asked -> lie.apply(asked, Message.replyTo(query).authoritative()).build())
            .orElse(honest));
  }

  /** A referral of its own, without AA. */
  private static Responder referring(Lie lie) {
    return saying((query, honest) ->
        query
            .question()
            .map(asked -> lie.apply(asked, Message.replyTo(query)).build())
            .orElse(honest));
  }

  private Responder extras() {
    return adding((asked, reply) -> {
      for (int i = draw.between(1, 10); i > 0; i--) {
        Section section = draw.oneOf(List.of(Section.values()));
        DomainName victim = victim();
        ResourceRecord lie =
            draw.chance(0.5) ? Poison.address(victim) : Poison.ns(victim, asked.name());
        reply.add(section, lie);
      }
      return reply;
    });
  }

  private Responder promiscuous() {
    return adding((asked, reply) -> {
      DomainName zone = draw.chance(0.5) ? victim() : asked.name().suffix(0);
      DomainName host = draw.chance(0.5) ? asked.name() : victim();
      return reply.authority(Poison.ns(zone, host)).additional(Poison.glue(host));
    });
  }

  private Responder elevation() {
    return referring((asked, reply) -> {
      DomainName host = draw.chance(0.5) ? asked.name() : victim();
      return reply.authority(Poison.ns(victim(), host)).additional(Poison.glue(host));
    });
  }

  private Responder forgedChain() {
    return replying((asked, reply) -> {
      DomainName victim = victim();
      return reply
          .answer(Poison.cname(asked.name(), victim))
          .answer(Poison.answer(victim, asked.type()))
          .answer(Poison.address(victim));
    });
  }

  private Responder beside() {
    return adding((asked, reply) -> {
      DomainName victim = victim();
      return reply
          .authority(Poison.of(asked.name(), new MX(1, victim)))
          .additional(Poison.address(victim));
    });
  }

  private Responder foreignDname() {
    return adding((asked, reply) -> {
      int labels = draw.below(asked.name().labelCount() + 1);
      DomainName above = draw.chance(0.5) ? asked.name().suffix(labels) : victim();
      return reply.answer(Poison.dname(above, victim()));
    });
  }

  private Responder forbiddenGlue() {
    return referring((asked, reply) -> {
      DomainName host = asked.name();
      reply.authority(Poison.ns(asked.name(), host));
      String address = draw.oneOf(FORBIDDEN);
      return reply.additional(
          Poison.of(host, HostGenerator.data(InetAddresses.forString(address))));
    });
  }

  private Responder foreignDenial() {
    return replying((asked, reply) ->
        reply
            .rcode(draw.chance(0.5) ? Rcode.NXDOMAIN : Rcode.NOERROR)
            .authority(Poison.soa(victim()))
            .authority(Poison.ns(victim(), asked.name())));
  }

  private Responder denial() {
    return replying((asked, reply) -> {
      int labels = draw.below(asked.name().labelCount() + 1);
      return reply.rcode(Rcode.NXDOMAIN).authority(Poison.soa(asked.name().suffix(labels)));
    });
  }

  private Responder otherClass() {
    return adding((asked, reply) ->
        reply
            .answer(new ResourceRecord(asked.name(), RRClass.CH, 60, TXT.of("chaos")))
            .clear(HeaderFlag.AA)
            .authority(new ResourceRecord(victim(), RRClass.CH, 60, Poison.ADDRESS)));
  }

  private Responder handOver() {
    return referring((asked, reply) -> {
      List<DomainName> hosts = new ArrayList<>(List.of(asked.name(), victim()));
      hosts.forEach(
          host -> reply.authority(Poison.ns(asked.name(), host)).additional(Poison.glue(host)));
      return reply;
    });
  }
}
