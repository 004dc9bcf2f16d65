// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static dev.leafward.wire.message.Samples.question;
import static dev.leafward.wire.message.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.rdata.RRType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessageEncoderTest {
  private static final Message QUERY = Message.query(question("www.example.", RRType.A)).build();

  private final MessageEncoder encoder = new MessageEncoder();

  private byte[] encodeAt(ByteBuffer target, Message message) {
    int start = target.position();
    encoder.encode(message, target);
    byte[] octets = new byte[target.position() - start];
    target.get(start, octets);
    return octets;
  }

  @Test
  void writesWhatTheCodecWritesOneMessageAfterAnother() {
    ByteBuffer target = ByteBuffer.allocate(8192);

    for (Message each : new Message[] {Samples.fullMessage(), QUERY, Samples.fullMessage()}) {
      assertThat(encodeAt(target, each)).isEqualTo(MessageCodec.encode(each));
    }
  }

  @Test
  void writesFromThePositionOfAnyKindOfBufferOn() {
    ByteBuffer direct = ByteBuffer.allocateDirect(100).putShort((short) 17);

    assertThat(encodeAt(direct, QUERY)).isEqualTo(MessageCodec.encode(QUERY));
  }

  @Test
  void leavesABufferThatIsTooSmallAsItWasAndServesTheNext() {
    byte[] octets = MessageCodec.encode(QUERY);
    ByteBuffer small = ByteBuffer.allocate(octets.length - 1);

    assertThatExceptionOfType(WireCapacityException.class)
        .isThrownBy(() -> encoder.encode(QUERY, small));

    assertThat(small.position()).isZero();
    assertThat(small.array()).containsOnly(0);
    assertThat(encodeAt(ByteBuffer.allocate(octets.length), QUERY)).isEqualTo(octets);
  }

  @Test
  void cutsToWhatIsLeftInTheBuffer() {
    Message full = Samples.fullMessage();
    ByteBuffer target = ByteBuffer.allocate(300);

    encoder.encodeTruncated(full, target);

    assertThat(Arrays.copyOf(target.array(), target.position()))
        .isEqualTo(MessageCodec.encode(full, 300));
  }

  @Test
  void namesWithOneHashAreNotTakenForOneAnother() throws WireFormatException {
    // 31 * 'a' + 'b' = 31 * 'c' + '$'
    Message message =
        Message.query(question("ab.ab.c$.example.", RRType.A))
            .answer(record("c$.ab.c$.example.", 1, "NS", "ab.c$.ab.example."))
            .answer(record("c$.c$.c$.example.", 1, "NS", "ab.ab.ab.example."))
            .build();
    assertThat(message.answers().get(0).name().hashCode())
        .isEqualTo(message.questions().get(0).name().hashCode());

    assertThat(MessageCodec.decode(MessageCodec.encode(message))).isEqualTo(message);
  }

  @Test
  void whatAnEarlierMessageLeftBehindIsNoTargetForAPointer() throws WireFormatException {
    Message earlier = Message.query(question("c$.x.ab.x.", RRType.A)).build();
    Message later = Message.query(question("ab.x.c$.x.", RRType.A)).build();
    ByteBuffer target = ByteBuffer.allocate(512);
    encoder.encode(earlier, target);

    assertThat(MessageCodec.decode(encodeAt(target, later))).isEqualTo(later);
  }

  @Test
  void anArrayIsTheSameAfterAMessageThatWasTooLong() {
    Message.Builder huge = QUERY.toBuilder();
    for (int i = 0; i < 300; i++) {
      huge.answer(record("n" + i + ".example.", 1, "TXT", "x".repeat(250)));
    }
    Message tooLong = huge.build();

    assertThat(encoder.encode(QUERY)).isEqualTo(MessageCodec.encode(QUERY));
    assertThatExceptionOfType(WireCapacityException.class)
        .isThrownBy(() -> encoder.encode(tooLong));
    assertThat(encoder.encode(QUERY)).isEqualTo(MessageCodec.encode(QUERY));
  }
}
