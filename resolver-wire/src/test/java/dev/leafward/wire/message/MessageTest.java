// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static dev.leafward.wire.message.Samples.question;
import static dev.leafward.wire.message.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.UnknownRData;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final ResourceRecord ADDRESS = record("example.", 60, "A", "192.0.2.1");

  @Test
  void aReplyTakesOverWhatRfc1035Says() {
    Message query =
        Message.query(question("example.", RRType.A))
            .id(99)
            .opcode(Opcode.NOTIFY)
            .recursionDesired()
            .flag(HeaderFlag.CD)
            .flag(HeaderFlag.AD)
            .edns(Edns.of(1232))
            .build();
    Message reply = Message.replyTo(query).build();

    assertThat(reply.header()).hasToString("NOTIFY NOERROR id 99 qr rd cd");
    assertThat(reply.questions()).isEqualTo(query.questions());
    assertThat(reply.edns()).isEmpty();
  }

  @Test
  void aCopyEqualsItsOriginalAndCanBeChanged() {
    Message original = Samples.fullMessage();
    Message changed =
        original.toBuilder()
            .clear(HeaderFlag.AA)
            .clear(Section.ANSWER)
            .rcode(Rcode.NOERROR)
            .build();

    assertThat(original.toBuilder().build()).isEqualTo(original).hasSameHashCodeAs(original);
    assertThat(changed).isNotEqualTo(original);
    assertThat(changed.header().isAuthoritative()).isFalse();
    assertThat(changed.answers()).isEmpty();
    assertThat(changed.authorities()).isEqualTo(original.authorities());
  }

  @Test
  void everyFlagHasItsAccessor() {
    for (HeaderFlag flag : HeaderFlag.values()) {
      Header header = Message.builder().flag(flag).build().header();
      assertThat(header.isResponse()).isEqualTo(flag == HeaderFlag.QR);
      assertThat(header.isAuthoritative()).isEqualTo(flag == HeaderFlag.AA);
      assertThat(header.isTruncated()).isEqualTo(flag == HeaderFlag.TC);
      assertThat(header.isRecursionDesired()).isEqualTo(flag == HeaderFlag.RD);
      assertThat(header.isRecursionAvailable()).isEqualTo(flag == HeaderFlag.RA);
      assertThat(header.isReservedSet()).isEqualTo(flag == HeaderFlag.Z);
      assertThat(header.isAuthenticData()).isEqualTo(flag == HeaderFlag.AD);
      assertThat(header.isCheckingDisabled()).isEqualTo(flag == HeaderFlag.CD);
    }
  }

  @Test
  void sectionsCannotBeChangedFromOutside() {
    Message message = Message.builder().answer(ADDRESS).build();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> message.answers().add(ADDRESS));
  }

  @Test
  void decodedSectionsCannotBeChangedEither() throws Exception {
    Message message = MessageCodec.decode(Samples.CAPTURED_REPLY);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> message.answers().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> message.questions().clear());
  }

  @Test
  void whatCannotBeEncodedIsNotBuilt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Message.builder().rcode(Rcode.BADVERS).build());
    assertThatIllegalArgumentException().isThrownBy(() -> Message.builder().id(65_536).build());
    UnknownRData opt = new UnknownRData(RRType.OPT, Octets.EMPTY);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Message.builder()
                .additional(new ResourceRecord(Samples.name("."), RRClass.of(512), 0, opt)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ADDRESS.withTtl(ResourceRecord.MAX_TTL + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ADDRESS.withTtl(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Header(0, Opcode.QUERY, 0x0800, Rcode.NOERROR));
  }

  @Test
  void theTextShowsAllThereIs() {
    Message message =
        Message.query(question("example.", RRType.A)).id(5).response().answer(ADDRESS).build();

    assertThat(message)
        .hasToString(
            """
            ;; QUERY NOERROR id 5 qr
            ;example. IN A
            ;; ANSWER
            example. 60 IN A 192.0.2.1
            """);
  }

  @Test
  void codesAreOpenValues() {
    assertThat(Rcode.of(3)).isSameAs(Rcode.NXDOMAIN).hasToString("NXDOMAIN");
    assertThat(Rcode.of(3841)).isEqualTo(Rcode.of(3841)).hasToString("RCODE3841");
    assertThat(Rcode.of(12)).hasToString("RCODE12");
    assertThat(Opcode.of(0)).isSameAs(Opcode.QUERY).hasToString("QUERY");
    assertThat(Opcode.of(3)).hasToString("OPCODE3");
    assertThatIllegalArgumentException().isThrownBy(() -> Rcode.of(4096));
    assertThatIllegalArgumentException().isThrownBy(() -> Rcode.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Opcode.of(16));
  }
}
