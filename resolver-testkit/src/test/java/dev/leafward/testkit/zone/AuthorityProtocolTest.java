// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import static dev.leafward.testkit.zone.TestZones.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Opcode;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers, EDNS, sizes and errors of an authority's replies. */
class AuthorityProtocolTest {

  private static final int RECORDS = 100;

  private final Authority authority =
      Authority.of(TestZones.EXAMPLE, Zone.parse("big.test.", bigZone()));

  private static String bigZone() {
    StringBuilder text = new StringBuilder("@ 1 SOA ns h 1 2 3 4 5\n@ 1 NS ns\nns 1 A 192.0.2.1\n");
    for (int i = 0; i < RECORDS; i++) {
      text.append("many 1 TXT \"record number %d of many\"\n".formatted(i));
    }
    return text.toString();
  }

  @Test
  void repeatsIdQuestionAndRecursionDesired() {
    Message query = query("wWw.eXample.com.", RRType.A).toBuilder().recursionDesired().build();

    Message reply = authority.answer(query);

    assertThat(reply.id()).isEqualTo(query.id());
    assertThat(reply.header().isResponse()).isTrue();
    assertThat(reply.header().isRecursionDesired()).isTrue();
    assertThat(reply.header().isRecursionAvailable()).isFalse();
    assertThat(reply.question().orElseThrow().name().toString()).isEqualTo("wWw.eXample.com.");
  }

  @Test
  void speaksEdnsToThoseWhoDo() {
    Message plain = query("www.example.com.", RRType.A);
    Message withEdns = plain.toBuilder().edns(Edns.of(4096).withDnssecOk()).build();

    assertThat(authority.answer(plain).edns()).isEmpty();
    Edns reply = authority.answer(withEdns).edns().orElseThrow();
    assertThat(reply.udpPayloadSize()).isEqualTo(1232);
    assertThat(reply.dnssecOk()).isTrue();
    assertThat(authority.withUdpPayloadSize(4096).answer(withEdns).edns())
        .hasValueSatisfying(edns -> assertThat(edns.udpPayloadSize()).isEqualTo(4096));
  }

  @Test
  void refusesEdnsVersionsItDoesNotKnow() {
    Message query =
        query("www.example.com.", RRType.A).toBuilder()
            .edns(new Edns(1232, 1, 0, List.of()))
            .build();

    Message reply = authority.answer(query);

    assertThat(reply.rcode()).isEqualTo(Rcode.BADVERS);
    assertThat(reply.edns().orElseThrow().version()).isZero();
    assertThat(reply.answers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1232, 512, true",
    "100, 1232, 512, true",
    "512, 1232, 512, true",
    "1232, 1232, 1232, true",
    "1400, 1232, 1232, true",
    "4096, 1232, 1232, true",
    "4096, 4096, 4096, false",
    "65535, 65535, 65535, false"
  })
  void cutsRepliesToTheLesserSize(int client, int own, int limit, boolean truncated)
      throws WireFormatException {
    Message.Builder asking = query("many.big.test.", RRType.TXT).toBuilder();
    Message query = client == 0 ? asking.build() : asking.edns(Edns.of(client)).build();

    byte[] reply = udp(authority.withUdpPayloadSize(own), query);

    assertThat(reply).hasSizeLessThanOrEqualTo(limit);
    Message decoded = MessageCodec.decode(reply);
    assertThat(decoded.header().isTruncated()).isEqualTo(truncated);
    assertThat(decoded.answers()).hasSize(truncated ? 0 : RECORDS);
    assertThat(decoded.edns().isPresent()).isEqualTo(client > 0);
  }

  @Test
  void cutsNothingOverTcp() throws WireFormatException {
    Message query = query("many.big.test.", RRType.TXT);

    byte[] reply = authority.answer(MessageCodec.encode(query), Protocol.TCP).orElseThrow();

    assertThat(MessageCodec.decode(reply).answers()).hasSize(RECORDS);
  }

  @Test
  void refusesPayloadSizesThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> authority.withUdpPayloadSize(511));
    assertThatIllegalArgumentException().isThrownBy(() -> authority.withUdpPayloadSize(65_536));
  }

  @Test
  void knowsNoOpcodeButQuery() {
    for (Opcode opcode : List.of(Opcode.of(2), Opcode.of(4), Opcode.of(5))) {
      Message query = query("www.example.com.", RRType.A).toBuilder().opcode(opcode).build();

      Message reply = authority.answer(query);

      assertThat(reply.rcode()).isEqualTo(Rcode.NOTIMP);
      assertThat(reply.header().opcode()).isEqualTo(opcode);
    }
  }

  @Test
  void wantsExactlyOneQuestion() {
    Question question = new Question(DomainName.of("www.example.com."), RRType.A);
    Message none = Message.builder().id(1).build();
    Message two = Message.query(question).question(question).build();

    assertThat(authority.answer(none).rcode()).isEqualTo(Rcode.FORMERR);
    assertThat(authority.answer(two).rcode()).isEqualTo(Rcode.FORMERR);
  }

  @ParameterizedTest
  @CsvSource({"AXFR, REFUSED", "IXFR, REFUSED", "OPT, FORMERR"})
  void doesNotAnswerTypesThatAreNoData(String type, String rcode) {
    Message reply = authority.answer(query("example.com.", RRType.parse(type)));

    assertThat(reply.rcode().toString()).isEqualTo(rcode);
    assertThat(reply.answers()).isEmpty();
  }

  @Test
  void refusesOtherClasses() {
    Question chaos =
        new Question(DomainName.of("www.example.com."), RRType.TXT, RRClass.parse("CH"));

    assertThat(authority.answer(Message.query(chaos).build()).rcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void answersFormerrToOctetsThatAreNoMessage() throws WireFormatException {
    // id 0x1234, RD, one question announced, but a label that runs out of the message
    byte[] query = Octets.ofHex("12340100000100000000000005777777").toArray();

    byte[] reply = authority.answer(query, Protocol.UDP).orElseThrow();

    Message decoded = MessageCodec.decode(reply);
    assertThat(decoded.id()).isEqualTo(0x1234);
    assertThat(decoded.rcode()).isEqualTo(Rcode.FORMERR);
    assertThat(decoded.header().has(HeaderFlag.QR)).isTrue();
    assertThat(decoded.header().isRecursionDesired()).isTrue();
  }

  @Test
  void isSilentToResponsesAndToScraps() {
    byte[] response =
        MessageCodec.encode(query("www.example.com.", RRType.A).toBuilder().response().build());

    assertThat(authority.answer(response, Protocol.UDP)).isEmpty();
    assertThat(authority.answer(new byte[11], Protocol.UDP)).isEmpty();
    assertThat(authority.answer(new byte[0], Protocol.TCP)).isEmpty();
  }

  private static byte[] udp(Authority authority, Message query) {
    return authority.answer(MessageCodec.encode(query), Protocol.UDP).orElseThrow();
  }
}
