// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRClass;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The ways in which servers fail, each as a {@link Responder} or as a change to one. */
final class Faults {

  private static final long ROOT_NS_TTL = 518_400;

  private Faults() {}

  static Responder silent() {
    return (query, occasion) -> List.of();
  }

  static Responder always(Rcode rcode) {
    return (query, occasion) ->
        List.of(occasion.reply(Message.replyTo(query).rcode(rcode).build()));
  }

  /** A server that does not serve the zone and, as old ones do, points back up to the root. */
  static Responder upwardReferral() {
    return (query, occasion) -> {
      Message.Builder reply = Message.replyTo(query);
      for (String host : List.of("a.root-servers.net.", "b.root-servers.net.")) {
        NS ns = new NS(DomainName.of(host));
        reply.add(
            Section.AUTHORITY, new ResourceRecord(DomainName.ROOT, RRClass.IN, ROOT_NS_TTL, ns));
      }
      return List.of(occasion.reply(reply.build()));
    };
  }

  static Responder truncating(Responder healthy) {
    return (query, occasion) -> {
      if (occasion.protocol() == Protocol.TCP) {
        return healthy.respond(query, occasion);
      }
      return List.of(occasion.reply(Message.replyTo(query).truncated().build()));
    };
  }

  static Responder delaying(Responder healthy, Duration delay) {
    return (query, occasion) ->
        healthy.respond(query, occasion).stream().map(each -> each.delayedBy(delay)).toList();
  }

  static Responder droppingFirst(Responder healthy, int count) {
    AtomicInteger left = new AtomicInteger(count);
    return (query, occasion) ->
        left.getAndUpdate(n -> Math.max(0, n - 1)) > 0
            ? List.of()
            : healthy.respond(query, occasion);
  }

  static Responder formatErrorOnEdns(Responder healthy) {
    return (query, occasion) -> {
      if (query.edns().isEmpty()) {
        return healthy.respond(query, occasion);
      }
      Message plain = query.toBuilder().withoutEdns().build();
      return List.of(occasion.reply(Message.replyTo(plain).rcode(Rcode.FORMERR).build()));
    };
  }

  static Responder ignoringEdns(Responder healthy) {
    return (query, occasion) -> {
      Message plain = query.toBuilder().withoutEdns().build();
      return healthy.respond(
          plain, new Occasion(occasion.server(), occasion.protocol(), plain, occasion.authority()));
    };
  }

  static Responder repeating(Responder healthy, int times) {
    return (query, occasion) -> {
      List<Reply> replies = healthy.respond(query, occasion);
      return Stream.generate(() -> replies).limit(times).flatMap(List::stream).toList();
    };
  }
}
