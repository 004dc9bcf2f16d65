// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.budget.Budget;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A5, goal 20: what anybody may send changes nothing that is known of a server")
class ForgedPacketsTest extends ExchangeFixture {

  private static final int PACKETS = 10_000;
  private static final int PACKETS_PER_QUERY = 100;
  private static final Question OTHER = new Question(DomainName.of("x.example.com."), RRType.A);

  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("wrong ID", query -> reply(query).toBuilder().id(query.id() ^ 1)),
        forgery("wrong ID, FORMERR", query -> wrongId(query, Rcode.FORMERR)),
        forgery("wrong ID, NOTIMP", query -> wrongId(query, Rcode.NOTIMP)),
        forgery("wrong ID, BADVERS", query -> wrongId(query, Rcode.BADVERS)),
        forgery("wrong ID, REFUSED", query -> wrongId(query, Rcode.REFUSED)),
        forgery("wrong ID, SERVFAIL", query -> wrongId(query, Rcode.SERVFAIL)),
        forgery("wrong ID, TC", query -> wrongId(query, Rcode.NOERROR).truncated()),
        forgery("wrong question", ForgedPacketsTest::about),
        forgery("wrong question, FORMERR", query -> about(query).rcode(Rcode.FORMERR)),
        forgery("wrong question, REFUSED", query -> about(query).rcode(Rcode.REFUSED)),
        forgery("wrong question, TC", query -> about(query).truncated()),
        forgery("no question, FORMERR", query -> bare(query, Rcode.FORMERR).toBuilder()),
        forgery("no question, NOTIMP", query -> bare(query, Rcode.NOTIMP).toBuilder()),
        forgery("no question, REFUSED", query -> bare(query, Rcode.REFUSED).toBuilder()));
  }

  private static Arguments forgery(String name, Function<Message, Message.Builder> forged) {
    Function<Message, byte[]> packet = query -> MessageCodec.encode(forged.apply(query).build());
    return Arguments.of(name, packet);
  }

  private static Message.Builder wrongId(Message query, Rcode rcode) {
    return Message.replyTo(query).id(query.id() ^ 1).rcode(rcode).edns(Edns.of(1232));
  }

  private static Message.Builder about(Message query) {
    return Message.builder().id(query.id()).response().question(OTHER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void changesNothing(String name, Function<Message, byte[]> packet) throws Exception {
    server.overUdp(Reaction.replies(ExchangeFixture::reply));
    ask();
    String before = book.toString();
    int queries = PACKETS / PACKETS_PER_QUERY;
    for (int i = 0; i < queries; i++) {
      flood(packet);
    }
    assertThat(book.toString()).isEqualTo(before);
  }

  /** One query, many forged packets, and nothing else until the time is up. */
  private void flood(Function<Message, byte[]> packet) throws Exception {
    List<Function<Message, Reaction.Event>> events = new ArrayList<>();
    for (int i = 0; i < PACKETS_PER_QUERY; i++) {
      events.add(query -> new Reaction.Packet(Duration.ZERO, packet.apply(query)));
    }
    ScriptedServer flooded = new ScriptedServer(time);
    flooded.overUdp(new Reaction(null, events)).overTcp(Reaction.silence());
    Exchanger exchanger = exchanger(flooded);
    try (Inquiry inquiry = inquiry(exchanger)) {
      Budget budget = Budget.open(limits, time, Duration.ofMillis(30));
      assertThat(exchanger.ask(inquiry, SERVER, budget, insistence).reply()).isNull();
    }
  }
}
