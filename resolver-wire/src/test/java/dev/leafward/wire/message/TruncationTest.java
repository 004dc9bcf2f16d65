// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static dev.leafward.wire.message.Samples.question;
import static dev.leafward.wire.message.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruncationTest {
  private static final ResourceRecord ALIAS = record("www.example.", 1, "CNAME", "host.example.");
  private static final ResourceRecord FIRST = record("host.example.", 1, "A", "192.0.2.1");
  private static final ResourceRecord SECOND = record("host.example.", 1, "A", "192.0.2.2");
  private static final ResourceRecord SIGNATURE =
      record(
          "host.example.",
          1,
          "RRSIG",
          "A 13 2 1 20300101000000 20260101000000 1 example. c2lnbmF0dXJl");
  private static final ResourceRecord SERVER = record("example.", 1, "NS", "ns.example.");
  private static final ResourceRecord GLUE = record("ns.example.", 1, "A", "192.0.2.3");

  private static final Message REPLY =
      Message.query(question("www.example.", RRType.A))
          .id(7)
          .response()
          .answer(ALIAS)
          .answer(FIRST)
          .answer(SECOND)
          .answer(SIGNATURE)
          .authority(SERVER)
          .additional(GLUE)
          .edns(Edns.of(1232))
          .build();

  private static Message cut(Message message, int limit) throws WireFormatException {
    byte[] octets = MessageCodec.encode(message, limit);
    assertThat(octets).hasSizeLessThanOrEqualTo(limit);
    return MessageCodec.decode(octets);
  }

  private static int size(Message message) {
    return MessageCodec.encode(message).length;
  }

  private static Message with(List<ResourceRecord> answers, List<ResourceRecord> authorities) {
    return REPLY.toBuilder()
        .clear(Section.ANSWER)
        .clear(Section.AUTHORITY)
        .clear(Section.ADDITIONAL)
        .add(Section.ANSWER, answers)
        .add(Section.AUTHORITY, authorities)
        .build();
  }

  private static Message truncated(Message message) {
    return message.toBuilder().truncated().build();
  }

  @Test
  void whatFitsExactlyIsLeftWhole() throws WireFormatException {
    assertThat(cut(REPLY, size(REPLY))).isEqualTo(REPLY);
    assertThat(cut(REPLY, 1_000_000)).isEqualTo(REPLY);
  }

  @Test
  void glueIsDroppedWithoutSayingSo() throws WireFormatException {
    Message expected = with(REPLY.answers(), REPLY.authorities());

    assertThat(cut(REPLY, size(REPLY) - 1)).isEqualTo(expected);
    assertThat(cut(REPLY, size(expected))).isEqualTo(expected);
  }

  @Test
  void aDroppedAuthorityIsToldByTc() throws WireFormatException {
    Message servers = with(REPLY.answers(), REPLY.authorities());
    Message expected = truncated(with(REPLY.answers(), List.of()));

    assertThat(cut(REPLY, size(servers) - 1)).isEqualTo(expected);
  }

  @Test
  void anAnswerIsDroppedByWholeRRsetsWithTheirSignatures() throws WireFormatException {
    Message answers = with(REPLY.answers(), List.of());
    Message expected = truncated(with(List.of(ALIAS), List.of()));

    for (int limit = size(expected); limit < size(answers); limit++) {
      assertThat(cut(REPLY, limit)).as("limit %d", limit).isEqualTo(expected);
    }
  }

  @Test
  void questionAndOptStayWhenNothingElseFits() throws WireFormatException {
    Message bare = truncated(with(List.of(), List.of()));

    assertThat(cut(REPLY, size(bare))).isEqualTo(bare);
    assertThatExceptionOfType(WireCapacityException.class)
        .isThrownBy(() -> MessageCodec.encode(REPLY, size(bare) - 1));
    assertThatExceptionOfType(WireCapacityException.class)
        .isThrownBy(() -> MessageCodec.encode(REPLY, 0));
  }

  @Test
  void aMessageBeyondTheLargestSizeIsCutToo() throws WireFormatException {
    Message.Builder big = Message.query(question("big.example.", RRType.TXT)).response();
    for (int i = 0; i < 400; i++) {
      String text = "\"" + "x".repeat(200) + "\"";
      big.answer(record("n" + i + ".big.example.", 1, "TXT", text));
    }
    Message decoded = cut(big.build(), 65_535);

    assertThat(decoded.header().isTruncated()).isTrue();
    assertThat(decoded.answers()).hasSizeBetween(290, 310);
  }
}
