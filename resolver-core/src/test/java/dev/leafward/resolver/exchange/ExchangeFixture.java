// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.FakeTime;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.servers.Insistence;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CharacterString;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** One question to one scripted server, in virtual time. */
abstract class ExchangeFixture {

  static final Question QUESTION = new Question(DomainName.of("www.example.com."), RRType.A);
  static final InetAddress ADDRESS = InetAddresses.forString("192.0.2.53");
  static final Server SERVER = new Server(DomainName.of("ns.example.com."), ADDRESS);

  final FakeTime time = new FakeTime();
  final ServerBook book = new ServerBook(time, new Random(1), 10_000);
  final ScriptedServer server = new ScriptedServer(time);
  ResolverLimits limits = ResolverLimits.DEFAULT;
  ExchangeOptions options = ExchangeOptions.DEFAULT;

  @AfterEach
  void everyConversationIsClosedAndTheScriptIsUsedUp() {
    assertThat(server.leftOpen()).isZero();
    assertThat(server.unused()).isZero();
  }

  Insistence insistence = Insistence.ALL_TRIES;

  ExchangeResult ask() throws UnresolvableException {
    return ask(Budget.open(limits, time, limits.deadline()));
  }

  ExchangeResult ask(Budget budget) throws UnresolvableException {
    Exchanger exchanger = exchanger();
    try (Inquiry inquiry = inquiry(exchanger)) {
      return exchanger.ask(inquiry, SERVER, budget, insistence);
    }
  }

  Exchanger exchanger() {
    return exchanger(server);
  }

  Exchanger exchanger(ScriptedServer scripted) {
    return new Exchanger(
        scripted.udp(),
        scripted.tcp(),
        new QueryFactory(new Random(2)),
        book,
        limits,
        time,
        options);
  }

  static Inquiry inquiry(Exchanger exchanger) {
    Inquiry inquiry = exchanger.inquiry();
    inquiry.turnTo(QUESTION, DomainName.of("example.com."));
    return inquiry;
  }

  static Message reply(Message query) {
    return Message.replyTo(query).authoritative().build();
  }

  static Function<Message, Message> reply(Rcode rcode) {
    return query -> Message.replyTo(query).rcode(rcode).build();
  }

  static Message truncated(Message query) {
    return Message.replyTo(query).truncated().build();
  }

  static Message bare(Message query, Rcode rcode) {
    return Message.builder().id(query.id()).response().rcode(rcode).build();
  }

  static Message longReply(Message query) {
    Message.Builder reply = Message.replyTo(query);
    for (int i = 0; i < 10; i++) {
      TXT text = new TXT(List.of(CharacterString.of("x".repeat(200) + i)));
      reply.answer(new ResourceRecord(QUESTION.name(), RRClass.IN, 60, text));
    }
    return reply.build();
  }

  static List<TryKind> kinds(ExchangeResult result) {
    return result.tries().stream().map(Try::kind).toList();
  }
}
