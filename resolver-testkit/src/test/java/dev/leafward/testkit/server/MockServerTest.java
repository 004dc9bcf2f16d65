// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MockServerTest {

  private static final Question WWW = new Question(DomainName.of("www.example.com."), RRType.A);
  private static final Message PLAIN = Message.query(WWW).id(7).build();
  private static final Message WITH_EDNS = PLAIN.toBuilder().edns(Edns.of(1232)).build();

  private final QueryLog log = new QueryLog();
  private final MockServer server =
      new MockServer(ServerAddress.parse("192.0.2.53"), log)
          .serve(
              Zone.parse(
                  "example.com.",
                  """
                  @ 300 SOA ns h 1 2 3 4 5
                  @ 300 NS ns
                  ns 300 A 192.0.2.53
                  www 300 A 192.0.2.80
                  """));

  @Test
  void answersFromItsZonesAtFirst() throws WireFormatException {
    Message reply = only(udp(PLAIN));

    assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.answers()).hasSize(1);
  }

  @Test
  void withoutZonesRefusesEverything() throws WireFormatException {
    MockServer empty = new MockServer(ServerAddress.parse("192.0.2.54"), log);

    List<Reply> replies = empty.receive(MessageCodec.encode(PLAIN), Protocol.UDP);

    assertThat(only(replies).rcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void silent() {
    server.silent();

    assertThat(udp(PLAIN)).isEmpty();
    assertThat(tcp(PLAIN)).isEmpty();
    assertThat(log.all()).hasSize(2);
  }

  @Test
  void refusingAndFailing() throws WireFormatException {
    assertThat(only(server.refusing(), PLAIN).rcode()).isEqualTo(Rcode.REFUSED);
    assertThat(only(server.failing(), PLAIN).rcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(only(server.healthy(), PLAIN).rcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void lameRefersUpward() throws WireFormatException {
    Message reply = only(server.lame(), PLAIN);

    assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.header().isAuthoritative()).isFalse();
    assertThat(reply.answers()).isEmpty();
    assertThat(reply.authorities()).allMatch(each -> each.name().isRoot()).isNotEmpty();
  }

  @Test
  void truncatingIsForUdpOnly() throws WireFormatException {
    server.truncating();

    Message overUdp = only(udp(WITH_EDNS));
    assertThat(overUdp.header().isTruncated()).isTrue();
    assertThat(overUdp.answers()).isEmpty();
    Message overTcp = only(tcp(WITH_EDNS));
    assertThat(overTcp.header().isTruncated()).isFalse();
    assertThat(overTcp.answers()).hasSize(1);
  }

  @Test
  void droppingTheFirstFew() {
    server.droppingFirst(2);

    assertThat(udp(PLAIN)).isEmpty();
    assertThat(udp(PLAIN)).isEmpty();
    assertThat(udp(PLAIN)).hasSize(1);
    assertThat(udp(PLAIN)).hasSize(1);
  }

  @Test
  void faultsThatWrapAddUp() {
    server.failing().delaying(Duration.ofMillis(200)).delaying(Duration.ofMillis(100)).repeating(3);

    assertThat(udp(PLAIN))
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.delay()).isEqualTo(Duration.ofMillis(300)));
  }

  @Test
  void formatErrorOnEdnsOnly() throws WireFormatException {
    server.formatErrorOnEdns();

    Message reply = only(udp(WITH_EDNS));
    assertThat(reply.rcode()).isEqualTo(Rcode.FORMERR);
    assertThat(reply.edns()).isEmpty();
    assertThat(only(udp(PLAIN)).rcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void ignoringEdnsAnswersWithoutIt() throws WireFormatException {
    Message reply = only(server.ignoringEdns(), WITH_EDNS);

    assertThat(reply.answers()).hasSize(1);
    assertThat(reply.edns()).isEmpty();
  }

  @Test
  void respondingAsTheTestSays() {
    server.responding((query, occasion) ->
        List.of(
            Reply.of(new byte[] {1, 2, 3}),
            occasion.reply(occasion.honestMessage().toBuilder().id(8).build()),
            occasion.honest().delayedBy(Duration.ofSeconds(1))));

    List<Reply> replies = udp(PLAIN);

    assertThat(replies).hasSize(3);
    assertThat(replies.getFirst().octets()).isEqualTo(Octets.ofHex("010203"));
    assertThat(replies.getLast().delay()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void malformedQueriesGetFormerrAndAreNotLogged() throws WireFormatException {
    byte[] scrap = Octets.ofHex("123401000001000000000000").toArray();

    assertThat(only(server.receive(scrap, Protocol.UDP)).rcode()).isEqualTo(Rcode.FORMERR);
    assertThat(server.receive(new byte[3], Protocol.UDP)).isEmpty();
    assertThat(log.all()).isEmpty();
  }

  @Test
  void remembersWhatItWasAsked() {
    udp(PLAIN);
    tcp(WITH_EDNS);

    assertThat(log.all().stream().map(ReceivedQuery::toString))
        .containsExactly(
            "UDP 192.0.2.53:53 www.example.com. IN A",
            "TCP 192.0.2.53:53 www.example.com. IN A +edns");
    assertThat(log.all().getFirst().question()).contains(WWW);
  }

  @Test
  void tcpCanBeRefused() {
    assertThat(server.acceptsTcp()).isTrue();
    assertThat(server.refusingTcp().acceptsTcp()).isFalse();
    assertThat(server.healthy().acceptsTcp()).isTrue();
  }

  private List<Reply> udp(Message query) {
    return server.receive(MessageCodec.encode(query), Protocol.UDP);
  }

  private List<Reply> tcp(Message query) {
    return server.receive(MessageCodec.encode(query), Protocol.TCP);
  }

  private static Message only(MockServer server, Message query) throws WireFormatException {
    return only(server.receive(MessageCodec.encode(query), Protocol.UDP));
  }

  private static Message only(List<Reply> replies) throws WireFormatException {
    assertThat(replies).hasSize(1);
    return MessageCodec.decode(replies.getFirst().octets().toArray());
  }
}
