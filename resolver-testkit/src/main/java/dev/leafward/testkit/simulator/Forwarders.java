// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import static dev.leafward.testkit.simulator.Behaviour.broken;
import static dev.leafward.testkit.simulator.Behaviour.harmless;
import static dev.leafward.testkit.simulator.Behaviour.lying;
import static dev.leafward.testkit.simulator.Behaviour.saying;

import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Draws what the servers of forward zones are like. Whatever they say of the names that are theirs
 * to resolve is believed; what they say of others must do no harm.
 */
final class Forwarders {

  private final Draw draw;
  private final List<DomainName> victims;

  /** Forwarders of which the liars are after these names. */
  Forwarders(Draw draw, List<DomainName> victims) {
    this.draw = draw;
    this.victims = victims;
  }

  Behaviour sound() {
    return draw.oneOf(
        List.of(
            harmless("forwards", server -> {}),
            harmless("forwards", server -> {}),
            harmless("repeats every reply", server -> server.repeating(2)),
            harmless("is slow by 50 ms", server -> server.delaying(Duration.ofMillis(50))),
            harmless("says FORMERR to EDNS", MockServer::formatErrorOnEdns),
            harmless("truncates everything over UDP", MockServer::truncating)));
  }

  Behaviour fault() {
    return draw.oneOf(
        List.of(
            broken("is silent", MockServer::silent),
            broken("refuses", MockServer::refusing),
            broken("fails", MockServer::failing),
            broken("refers upward", MockServer::lame),
            broken("drops its first 3 queries", server -> server.droppingFirst(3)),
            broken("thinks 4 s", server -> server.delaying(Duration.ofSeconds(4))),
            broken("truncates and takes no TCP", server -> server.truncating().refusingTcp())));
  }

  Behaviour liar() {
    return draw.oneOf(
        List.of(
            lying("answers everything", Poison.knowsEverything()),
            lying("adds records of others", answering(this::beside)),
            lying("follows aliases to others", telling(this::chain)),
            lying("redirects zones of others", telling(this::redirection)),
            lying("names other servers for zones", answering(this::servers)),
            lying("refers instead of resolving", telling(this::servers)),
            lying("denies everything", telling(Forwarders::denial)),
            lying("denies in the name of others", telling(this::foreignDenial))));
  }

  private DomainName victim() {
    return draw.oneOf(victims);
  }

  /** Adds something to a reply. */
  private interface Lie extends BiConsumer<Question, Message.Builder> {}

  private static Responder telling(Lie lie) {
    return saying((query, honest) -> {
      Message.Builder reply = Message.replyTo(query).recursionAvailable();
      query.question().ifPresent(asked -> lie.accept(asked, reply));
      return reply.build();
    });
  }

  /** A false answer, and something more. */
  private static Responder answering(Lie more) {
    return telling((asked, reply) ->
        more.accept(asked, reply.answer(Poison.answer(asked.name(), asked.type()))));
  }

  private void beside(Question asked, Message.Builder reply) {
    DomainName other = victim();
    reply.answer(Poison.address(other)).additional(Poison.address(other));
  }

  private void chain(Question asked, Message.Builder reply) {
    DomainName other = victim();
    reply.answer(Poison.cname(asked.name(), other)).answer(Poison.answer(other, asked.type()));
  }

  private void redirection(Question asked, Message.Builder reply) {
    DomainName other = victim();
    reply
        .answer(Poison.dname(other, asked.name()))
        .answer(Poison.cname(asked.name(), other.child("www")));
  }

  private void servers(Question asked, Message.Builder reply) {
    DomainName zone = draw.chance(0.5) ? victim() : asked.name();
    DomainName host = zone.child("ns");
    reply.authority(Poison.ns(zone, host)).additional(Poison.glue(host));
  }

  private static void denial(Question asked, Message.Builder reply) {
    reply.rcode(Rcode.NXDOMAIN).authority(Poison.soa(asked.name()));
  }

  private void foreignDenial(Question asked, Message.Builder reply) {
    DomainName other = victim();
    reply
        .rcode(Rcode.NXDOMAIN)
        .answer(Poison.cname(asked.name(), other))
        .authority(Poison.soa(other));
  }
}
