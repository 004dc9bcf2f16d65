// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Responder;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Servers in virtual time that a stub resolver asks, and what it has sent to them. */
abstract class StubWorld {

  static final String FIRST = "10.0.1.13";
  static final String SECOND = "10.0.1.14";
  static final String THIRD = "10.0.1.15";
  static final String ANSWER = "www.example.com. 60 A 192.0.2.80";

  final SimulatedInternet internet =
      MockInternet.simulated(1).conditions(LinkConditions.of(Duration.ZERO));

  static StubOptions asking(String... servers) {
    return StubOptions.of(Arrays.stream(servers).map(UpstreamServer::parse).toList());
  }

  Resolver with(StubOptions options) {
    return internet.stub().options(options).build();
  }

  static Responder saying(Rcode rcode, String answers, String authorities) {
    return (query, occasion) -> {
      Message.Builder reply = Message.replyTo(query).flag(HeaderFlag.RA).rcode(rcode);
      read(answers).forEach(record -> reply.add(Section.ANSWER, record));
      read(authorities).forEach(record -> reply.add(Section.AUTHORITY, record));
      return List.of(occasion.reply(reply.build()));
    };
  }

  static Responder saying(String answers) {
    return saying(Rcode.NOERROR, answers, "");
  }

  /** A reply with that RCODE and nothing in it, and without RA. */
  static Responder bare(Rcode rcode) {
    return (query, occasion) ->
        List.of(occasion.reply(Message.replyTo(query).rcode(rcode).build()));
  }

  static Rcode rcode(String word) {
    return IntStream.range(0, 24)
        .mapToObj(Rcode::of)
        .filter(each -> each.toString().equals(word))
        .findFirst()
        .orElseThrow();
  }

  static List<ResourceRecord> read(String records) {
    try {
      return ZoneFileReader.readAll(records, DomainName.ROOT);
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(records, e);
    }
  }

  /** Each message sent, such as {@code 5.0 UDP .14}: when, over what, to whom. */
  List<String> sent() {
    return internet.log().stream().map(StubWorld::line).toList();
  }

  private static String line(SimulatedExchange each) {
    String server = each.server().getAddress().getHostAddress();
    return String.format(
        Locale.ROOT,
        "%.1f %s %s",
        each.sentNanos() / 1e9,
        each.protocol(),
        server.substring(server.lastIndexOf('.')));
  }

  static List<String> addresses(Answer answer) {
    return ((Answer.Found) answer).addresses().stream().map(InetAddress::getHostAddress).toList();
  }

  static Failure.NoUsableServer failure(Resolver resolver) {
    try {
      Answer answer = resolver.resolve("www.example.com", RRType.A);
      throw new AssertionError("expected a failure, not " + answer);
    } catch (ResolutionException e) {
      return (Failure.NoUsableServer) e.failure();
    }
  }
}
