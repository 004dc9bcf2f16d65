// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import static dev.leafward.testkit.simulator.Behaviour.broken;
import static dev.leafward.testkit.simulator.Behaviour.harmless;
import static dev.leafward.testkit.simulator.Behaviour.saying;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import java.time.Duration;
import java.util.List;

/** Servers that mean well: odd ones that must not matter, and ones that do not work. */
final class BrokenServers {

  private final Draw draw;

  BrokenServers(Draw draw) {
    this.draw = draw;
  }

  /** A peculiarity with which every question can still be answered. */
  Behaviour odd() {
    Duration delay = Duration.ofMillis(draw.between(1, 60));
    return draw.oneOf(
        List.of(
            harmless("repeats every reply", server -> server.repeating(2)),
            harmless("is slow by " + delay.toMillis() + " ms", server -> server.delaying(delay)),
            harmless("says FORMERR to EDNS", MockServer::formatErrorOnEdns),
            harmless("leaves EDNS out", MockServer::ignoringEdns),
            harmless("truncates everything over UDP", MockServer::truncating),
            harmless("offers 512 octets over UDP", server -> server.udpPayloadSize(512)),
            harmless("sets RA", adds(HeaderFlag.RA)),
            harmless("sets AD", adds(HeaderFlag.AD))));
  }

  /** A server that does not give a name back in the case in which it was asked. */
  static Behaviour careless() {
    return harmless(
        "writes names in small letters", server -> server.responding(BrokenServers::small));
  }

  private static List<Reply> small(Message query, Occasion occasion) {
    Message.Builder small = Message.builder().id(query.id());
    query.edns().ifPresent(small::edns);
    for (Question each : query.questions()) {
      small.question(new Question(each.name().lowerCase(), each.type(), each.rrClass()));
    }
    return List.of(
        new Occasion(occasion.server(), occasion.protocol(), small.build(), occasion.authority())
            .honest());
  }

  /** A fault that may leave questions unanswered. */
  Behaviour fault() {
    return draw.oneOf(
        List.of(
            broken("is silent", MockServer::silent),
            broken("refuses", MockServer::refusing),
            broken("fails", MockServer::failing),
            broken("refers upward", MockServer::lame),
            broken("says NOTIMP", always(Rcode.NOTIMP)),
            broken("says FORMERR", always(Rcode.FORMERR)),
            broken("says NOTAUTH", always(Rcode.NOTAUTH)),
            broken("is silent over UDP", server -> server.responding(BrokenServers::overTcpOnly)),
            broken("drops its first 3 queries", server -> server.droppingFirst(3)),
            broken("thinks 4 s", server -> server.delaying(Duration.ofSeconds(4))),
            broken("truncates over TCP too", server -> server.responding(truncatedForEver())),
            broken("truncates and takes no TCP", server -> server.truncating().refusingTcp()),
            broken("takes no TCP", MockServer::refusingTcp),
            broken("answers as a resolver does", server -> server.responding(asResolver())),
            broken("has nothing of anything", server -> server.responding(emptyHanded())),
            broken("says SERVFAIL now and then", server -> server.responding(moody()))));
  }

  private static java.util.function.Consumer<MockServer> adds(HeaderFlag flag) {
    return server ->
        server.responding(saying((query, honest) -> honest.toBuilder().flag(flag).build()));
  }

  private static java.util.function.Consumer<MockServer> always(Rcode rcode) {
    return server ->
        server.responding(saying((query, honest) -> Message.replyTo(query).rcode(rcode).build()));
  }

  private static List<Reply> overTcpOnly(Message query, Occasion occasion) {
    return occasion.protocol() == Protocol.TCP ? List.of(occasion.honest()) : List.of();
  }

  private static Responder truncatedForEver() {
    return saying((query, honest) -> Message.replyTo(query).truncated().build());
  }

  private static Responder asResolver() {
    return saying((query, honest) ->
        honest.toBuilder()
            .clear(HeaderFlag.AA)
            .flag(HeaderFlag.RA)
            .clear(Section.AUTHORITY)
            .build());
  }

  private static Responder emptyHanded() {
    return saying((query, honest) -> Message.replyTo(query).build());
  }

  private Responder moody() {
    Draw mood = draw.split();
    return (query, occasion) ->
        mood.chance(0.5)
            ? List.of(occasion.honest())
            : Behaviour.one(occasion, Message.replyTo(query).rcode(Rcode.SERVFAIL).build());
  }
}
