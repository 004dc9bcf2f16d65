// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static dev.leafward.wire.message.Samples.hex;
import static dev.leafward.wire.message.Samples.name;
import static dev.leafward.wire.message.Samples.question;
import static dev.leafward.wire.message.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.UnknownOption;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.UnknownRData;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
  private static final String HEADER_OF_REPLY = "0001 8000";

  @Test
  void theCapturedQueryDecodesAndEncodesToItself() throws WireFormatException {
    Message query = MessageCodec.decode(Samples.CAPTURED_QUERY);

    assertThat(query.id()).isEqualTo(0x338A);
    assertThat(query.header().isResponse()).isFalse();
    assertThat(query.header().isRecursionDesired()).isTrue();
    assertThat(query.question()).contains(question("www.grokit.ca.", RRType.A));
    assertThat(query.edns()).isEmpty();
    assertThat(MessageCodec.encode(query)).isEqualTo(Samples.CAPTURED_QUERY);
  }

  @Test
  void theCapturedReplyDecodesAndEncodesToItself() throws WireFormatException {
    Message reply = MessageCodec.decode(Samples.CAPTURED_REPLY);

    assertThat(reply.header()).hasToString("QUERY NOERROR id 13194 qr rd ra");
    assertThat(reply.answers())
        .containsExactly(
            record("www.grokit.ca.", 1800, "CNAME", "ghs.googlehosted.com."),
            record("ghs.googlehosted.com.", 68, "A", "74.125.28.121"));
    assertThat(reply.authorities()).isEmpty();
    assertThat(reply.additionals()).isEmpty();
    assertThat(MessageCodec.encode(reply)).isEqualTo(Samples.CAPTURED_REPLY);
    assertThat(MessageCodec.encode(reply, 512)).isEqualTo(Samples.CAPTURED_REPLY);
  }

  @Test
  void aMessageWithEverythingSurvivesTheWire() throws WireFormatException {
    Message full = Samples.fullMessage();
    byte[] octets = MessageCodec.encode(full);

    assertThat(MessageCodec.decode(octets)).isEqualTo(full);
    assertThat(MessageCodec.encode(MessageCodec.decode(octets))).isEqualTo(octets);
  }

  @Test
  void theResponseCodeOfTwelveBitsIsSplitAndMerged() throws WireFormatException {
    Message reply = Message.builder().response().rcode(Rcode.of(0xABC)).edns(Edns.of(512)).build();
    byte[] octets = MessageCodec.encode(reply);

    assertThat(octets[3] & 0xF).isEqualTo(0xC);
    assertThat(octets[12 + 5] & 0xFF).isEqualTo(0xAB);
    assertThat(MessageCodec.decode(octets).rcode()).isEqualTo(Rcode.of(0xABC));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void anyNumberOfQuestionsDecodes(int count) throws WireFormatException {
    Message.Builder query = Message.builder().id(1);
    for (int i = 0; i < count; i++) {
      query.question(question("q" + i + ".example.", RRType.A));
    }
    Message decoded = MessageCodec.decode(MessageCodec.encode(query.build()));

    assertThat(decoded.questions()).hasSize(count);
    assertThat(decoded.question()).isEmpty();
  }

  @Test
  void everyOpcodeFlagAndTypeKeepsItsNumber() throws WireFormatException {
    byte[] octets = hex("0000 ffff 0001 0000 0000 0000 00 ffff fffe");
    Message message = MessageCodec.decode(octets);

    assertThat(message.header().opcode()).isEqualTo(Opcode.of(15)).hasToString("OPCODE15");
    assertThat(message.rcode()).isEqualTo(Rcode.of(15)).hasToString("RCODE15");
    assertThat(message.header().flags()).isEqualTo(HeaderFlag.ALL);
    assertThat(message.questions())
        .containsExactly(new Question(name("."), RRType.of(65_535), RRClass.of(65_534)));
    assertThat(MessageCodec.encode(message)).isEqualTo(octets);
  }

  @ParameterizedTest
  @CsvSource({"00000000, 0", "7fffffff, 2147483647", "80000000, 0", "ffffffff, 0"})
  void aTtlWithItsTopBitSetCountsAsZero(String wire, long ttl) throws WireFormatException {
    Message reply =
        MessageCodec.decode(replyWithAnswers(1, "00 0001 0001 " + wire + "0004 01020304"));

    assertThat(reply.answers().get(0).ttl()).isEqualTo(ttl);
  }

  @Test
  void unknownTypesAreCarriedAsTheyAre() throws WireFormatException {
    byte[] octets =
        replyWithAnswers(2, "00 ff00 0001 00000000 0002 c00c  00 ff01 00ff 00000000 0000");
    Message reply = MessageCodec.decode(octets);

    assertThat(reply.answers().get(0).data())
        .isEqualTo(new UnknownRData(RRType.of(0xFF00), Octets.ofHex("c00c")));
    assertThat(reply.answers().get(1).type()).isEqualTo(RRType.of(0xFF01));
    assertThat(MessageCodec.encode(reply)).isEqualTo(octets);
  }

  @Test
  void namesInKnownDataAreReadThroughPointers() throws WireFormatException {
    byte[] octets =
        replyWithAnswers(
            2, "0161 00 0005 0001 00000000 0002 c00c  c00c 0005 0001 00000000 0004 0162c00c");

    assertThat(MessageCodec.decode(octets).answers())
        .extracting(ResourceRecord::data)
        .containsExactly(new CNAME(name("a.")), new CNAME(name("b.a.")));
  }

  private static byte[] replyWithAnswers(int count, String records) {
    return hex(HEADER_OF_REPLY + "0000 000" + count + " 0000 0000" + records);
  }

  @ParameterizedTest
  @CsvSource({
    "A, 0003 010203",
    "A, 0005 0102030405",
    "AAAA, 0004 01020304",
    "NS, 0000",
    "NS, 0002 0000",
    "NS, 0001 01",
    "MX, 0002 0001",
    "TXT, 0000",
    "TXT, 0002 0261",
    "SOA, 0002 0000",
    "A, 0005 01020304",
    "A, ffff 01020304",
  })
  void dataOfTheWrongLengthIsRefused(String type, String lengthAndData) {
    String typeCode = String.format("%04x", RRType.parse(type).code());

    assertMalformed(replyWithAnswers(1, "00" + typeCode + "0001 00000000" + lengthAndData));
  }

  @Test
  void optIsNotAmongTheRecords() throws WireFormatException {
    byte[] octets =
        hex(
            HEADER_OF_REPLY
                + "0000 0000 0000 0002"
                + "00 0029 1000 00018000 0006 fde9 0002 abcd"
                + "0161 00 0001 0001 00000000 0004 01020304");
    Message reply = MessageCodec.decode(octets);

    assertThat(reply.edns())
        .contains(
            new Edns(4096, 1, Edns.DO, List.of(new UnknownOption(65001, Octets.ofHex("abcd")))));
    assertThat(reply.additionals()).containsExactly(record("a.", 0, "A", "1.2.3.4"));
    assertThat(MessageCodec.decode(MessageCodec.encode(reply))).isEqualTo(reply);
  }

  @ParameterizedTest
  @CsvSource({
    "two OPT records, 0000 0000 0000 0002, 00 0029 0200 00000000 0000 00 0029 0200 00000000 0000",
    "OPT not at the root, 0000 0000 0000 0001, 0161 00 0029 0200 00000000 0000",
    "OPT as an answer, 0000 0001 0000 0000, 00 0029 0200 00000000 0000",
    "OPT as an authority, 0000 0000 0001 0000, 00 0029 0200 00000000 0000",
    "an octet after the end, 0000 0000 0000 0000, 00",
    "a record too few, 0000 0002 0000 0000, 00 0010 0001 00000000 0001 00",
    "a record too many, 0000 0000 0000 0000, 00 0010 0001 00000000 0001 00",
    "a question too few, 0001 0000 0000 0000, ''",
    "counts out of thin air, ffff ffff ffff ffff, ''",
    "a count of answers out of thin air, 0000 0fff 0000 0000, ''",
  })
  void malformedMessagesAreRefused(String fault, String counts, String body) {
    assertThat(fault).isNotEmpty();
    assertMalformed(hex(HEADER_OF_REPLY + counts + body));
  }

  @Test
  void moreThanAMessageCanHoldIsRefused() {
    assertMalformed(new byte[65_536]);
  }

  @Test
  void theLimitsAreKept() throws WireFormatException {
    Message three =
        Message.query(question("a.", RRType.A))
            .answer(record("a.", 1, "A", "192.0.2.1"))
            .answer(record("a.", 1, "A", "192.0.2.2"))
            .build();
    byte[] octets = MessageCodec.encode(three);

    assertThat(MessageCodec.decode(octets, new DecodeLimits(3, 0))).isEqualTo(three);
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> MessageCodec.decode(octets, new DecodeLimits(2, 0)))
        .withMessageStartingWith("3 questions and records");
  }

  @Test
  void everyPrefixOfAMessageIsRefused() {
    for (byte[] whole :
        List.of(
            Samples.CAPTURED_QUERY,
            Samples.CAPTURED_REPLY,
            MessageCodec.encode(Samples.fullMessage()))) {
      for (int length = 0; length < whole.length; length++) {
        assertMalformed(Arrays.copyOf(whole, length));
      }
    }
  }

  private static void assertMalformed(byte[] octets) {
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> MessageCodec.decode(octets));
  }

  @Test
  void aMessageThatIsTooBigIsNotEncoded() {
    Message.Builder big = Message.builder();
    for (int i = 0; i < 3; i++) {
      UnknownRData data = new UnknownRData(RRType.of(65280 + i), Octets.of(new byte[30_000]));
      big.answer(new ResourceRecord(name("a."), RRClass.IN, 1, data));
    }

    assertThatExceptionOfType(WireCapacityException.class)
        .isThrownBy(() -> MessageCodec.encode(big.build()))
        .withMessage("longer than 65535 octets");
  }
}
