// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyMatchingTest extends ExchangeFixture {

  static Stream<Arguments> messagesThatAreNotTheReply() {
    Question other = new Question(DomainName.of("www.example.org."), RRType.A);
    return Stream.of(
        misfit("QR=0", MessageCodec::encode),
        misfit("wrong opcode", query -> with(encode(reply(query).toBuilder()), 2, 0x84 | 0x28)),
        misfit("no question", query -> MessageCodec.encode(bare(query, Rcode.NOERROR))),
        misfit("no question, REFUSED", query -> MessageCodec.encode(bare(query, Rcode.REFUSED))),
        misfit("two questions", query -> encode(reply(query).toBuilder().question(QUESTION))),
        misfit("other name", query -> forged(query, other)),
        misfit("other type", query -> forged(query, new Question(QUESTION.name(), RRType.AAAA))),
        misfit(
            "other class",
            query -> forged(query, new Question(QUESTION.name(), RRType.A, RRClass.CH))),
        misfit("malformed counts", query -> with(MessageCodec.encode(reply(query)), 7, 9)),
        misfit("cut short", query -> Arrays.copyOf(encode(reply(query).toBuilder()), 20)),
        misfit("shorter than a header", query -> new byte[] {1, 2, 3}),
        misfit("empty", query -> new byte[0]));
  }

  private static Arguments misfit(String name, Function<Message, byte[]> packet) {
    return Arguments.of(name, packet);
  }

  private static byte[] forged(Message query, Question question) {
    return encode(Message.builder().id(query.id()).response().question(question));
  }

  private static byte[] encode(Message.Builder message) {
    return MessageCodec.encode(message.build());
  }

  private static byte[] with(byte[] octets, int at, int octet) {
    octets[at] = (byte) octet;
    return octets;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messagesThatAreNotTheReply")
  void skipsWhatIsNotTheReplyAndTakesTheTrueOne(String name, Function<Message, byte[]> packet)
      throws Exception {
    server.overUdp(Reaction.sends(packet, query -> MessageCodec.encode(reply(query))));
    ExchangeResult result = ask();
    assertThat(result.reply()).isNotNull();
    assertThat(kinds(result)).containsExactly(TryKind.REPLIED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messagesThatAreNotTheReply")
  void learnsNothingOfTheServerFromThem(String name, Function<Message, byte[]> packet)
      throws Exception {
    limits = limits.toBuilder().sendsPerServer(1).deadline(Duration.ofMillis(50)).build();
    server.overUdp(Reaction.sends(packet));
    assertThat(ask().reply()).isNull();
    assertThat(book.addresses()).isZero();
  }

  @Test
  void isBlindToTheCaseOfTheQuestion() throws Exception {
    Question shouted = new Question(DomainName.of("WWW.EXAMPLE.COM."), RRType.A);
    server.overUdp(Reaction.sends(query -> forged(query, shouted)));
    assertThat(ask().reply()).isNotNull();
  }

  @Test
  void considersNoFurtherGuessButTurnsToTcp() throws Exception {
    Function<Message, byte[]> guess =
        query -> encode(reply(query).toBuilder().id(query.id() ^ 0x100));
    server
        .overUdp(Reaction.sends(guess, query -> encode(reply(query).toBuilder())))
        .overTcp(Reaction.replies(ExchangeFixture::reply));
    ExchangeResult result = ask();
    assertThat(kinds(result)).containsExactly(TryKind.GUESSED_AT, TryKind.REPLIED);
    assertThat(result.reply()).isNotNull();
  }

  @Test
  void saysWhatItIgnored() throws Exception {
    limits = limits.toBuilder().sendsPerServer(1).build();
    server.overUdp(Reaction.sends(query -> new byte[5]));
    assertThat(ask().what())
        .isEqualTo("timed out, having ignored a message shorter than a header over UDP");
  }
}
