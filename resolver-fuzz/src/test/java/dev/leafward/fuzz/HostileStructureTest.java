// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RDataVectors;
import dev.leafward.wire.rdata.RDataVectors.Vector;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What hostile messages must not do. The names of the tests begin with the row of the catalogue of
 * attacks that they stand for; {@link HostileCostTest} has the rows on cost.
 */
class HostileStructureTest {
  private static final String ROOT_A_IN = "00 0001 0001";
  private static final String TTL_AND_A = "0000012c 0004 c0000201";
  private static final String OPT = "00 0029 04d0 00000000 0000";

  private static byte[] message(int questions, int answers, int additionals, String body) {
    String header = "4711 8000 %04x %04x 0000 %04x".formatted(questions, answers, additionals);
    return HexFormat.of().parseHex((header + body).replace(" ", ""));
  }

  private static void assertRefused(byte[] octets) {
    assertThatThrownBy(() -> MessageCodec.decode(octets)).isInstanceOf(WireFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "to itself, c00c",
    "forwards, c00e",
    "beyond the end, ffff",
    "into a loop through a label, 0161c00c",
    "to a pointer that leads back, c00ec00c",
    "to a pointer of one octet, c0"
  })
  void e1PointersThatDoNotLeadBackwardsAreRefused(String fault, String name) {
    assertThat(fault).isNotEmpty();
    assertRefused(message(1, 0, 0, name + "0001 0001"));
  }

  @Test
  void e1PointersAreFollowed127TimesAndNoMore() throws WireFormatException {
    assertThat(MessageCodec.decode(chain(127)).answers().get(1).name().isRoot()).isTrue();
    assertRefused(chain(128));
  }

  /** A record whose data is a root name and pointers, and one whose owner is a pointer to them. */
  private static byte[] chain(int pointers) {
    int start = 12 + 11;
    StringBuilder data = new StringBuilder("0000");
    for (int i = 0; i < pointers - 1; i++) {
      data.append("%04x".formatted(0xC000 | (start + 2 * i)));
    }
    String carrier = "00 ff00 0001 00000000 %04x".formatted(data.length() / 2) + data;
    String owner = "%04x".formatted(0xC000 | (start + 2 * (pointers - 1)));
    return message(0, 2, 0, carrier + owner + "0001 0001" + TTL_AND_A);
  }

  @Test
  void e3NamesAssembledThroughPointersHaveAtMost255Octets() throws WireFormatException {
    String longest = ("3d" + "78".repeat(61)).repeat(4) + "0479797979";
    String question = longest + ROOT_A_IN;
    byte[] fits = message(1, 1, 0, question + "c00c 0001 0001" + TTL_AND_A);
    assertThat(MessageCodec.decode(fits).answers().get(0).name().octets()).isEqualTo(254);
    byte[] full = message(1, 1, 0, question + "0178 c04a 0001 0001" + TTL_AND_A);
    assertThat(MessageCodec.decode(full).answers().get(0).name().octets()).isEqualTo(194);
    assertRefused(message(1, 1, 0, question + "0178 c00c 0001 0001" + TTL_AND_A));
    assertRefused(message(1, 1, 0, question + "0178 0178 c00c 0001 0001" + TTL_AND_A));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x40, 0x41, 0x7F, 0x80, 0xBF})
  void e4LabelTypesThatWereNeverAssignedAreRefused(int octet) {
    assertRefused(message(1, 0, 0, "%02x".formatted(octet) + "61".repeat(70) + ROOT_A_IN));
  }

  @Test
  void e4LabelsAreOctetsOfAnyValue() throws WireFormatException {
    for (int value = 0; value < 256; value++) {
      byte[] query = message(1, 0, 0, "03 61 %02x 62".formatted(value) + ROOT_A_IN);
      Message decoded = MessageCodec.decode(query);
      DomainName name = decoded.questions().get(0).name();
      assertThat(MessageCodec.encode(decoded)).isEqualTo(query);
      assertThat(DomainName.of(name.toString()).toWire()).isEqualTo(name.toWire());
    }
  }

  static Stream<Vector> vectors() {
    return RDataVectors.ALL.stream().filter(vector -> !vector.type().equals(RRType.OPT));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void e6LengthsThatLieAreReadExactlyOrRefused(Vector vector) {
    byte[] data = vector.wire();
    for (int length = 0; length <= data.length + 8; length++) {
      ByteBuffer octets = ByteBuffer.allocate(12 + 11 + data.length);
      octets.put(message(0, 0, 1, "")).put((byte) 0);
      octets.putShort((short) vector.type().code()).putShort((short) 1).putInt(300);
      octets.putShort((short) length).put(data);
      try {
        Message decoded = MessageCodec.decode(octets.array());
        assertThat(length).isEqualTo(data.length);
        assertThat(decoded.additionals()).hasSize(1);
      } catch (WireFormatException refused) {
        assertThat(length).isNotEqualTo(data.length);
      }
      assertShorterDataReadsExactly(vector, Arrays.copyOf(data, Math.min(length, data.length)));
    }
  }

  /** The length says truly what is there, but it is not all that should be there. */
  private static void assertShorterDataReadsExactly(Vector vector, byte[] data) {
    byte[] input = new byte[2 + data.length];
    ByteBuffer.wrap(input).putShort((short) vector.type().code()).put(data);
    assertThatCode(() -> FuzzTarget.RDATA.check(input)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void e8OnlyOneQuestionIsAQuestion(int count) throws WireFormatException {
    Message decoded = MessageCodec.decode(message(count, 0, 0, ROOT_A_IN.repeat(count)));
    assertThat(decoded.questions()).hasSize(count);
    assertThat(decoded.question()).isEmpty();
    assertRefused(message(0xFFFF, 0, 0, ROOT_A_IN));
  }

  @ParameterizedTest
  @CsvSource({
    "two, 0, 2, 00 0029 04d0 00000000 0000 00 0029 04d0 00000000 0000",
    "not owned by the root, 0, 1, 0161 00 0029 04d0 00000000 0000",
    "among the answers, 1, 0, 00 0029 04d0 00000000 0000",
    "an option beyond the end, 0, 1, 00 0029 04d0 00000000 0005 000a 0002 01"
  })
  void e9OptRecordsOutOfPlaceAreRefused(String fault, int answers, int additionals, String body) {
    assertThat(fault).isNotEmpty();
    assertRefused(message(0, answers, additionals, body));
  }

  @Test
  void e9AnotherVersionIsReadAndNoMoreThan32Options() throws WireFormatException {
    Message other = MessageCodec.decode(message(0, 0, 1, "00 0029 04d0 00010000 0000"));
    assertThat(other.edns().orElseThrow().version()).isEqualTo(1);
    Message most = MessageCodec.decode(message(0, 0, 1, options(32)));
    assertThat(most.edns().orElseThrow().options()).hasSize(32);
    assertRefused(message(0, 0, 1, options(33)));
    assertRefused(message(0, 0, 1, options(16_000)));
  }

  private static String options(int count) {
    return "00 0029 04d0 00000000 %04x".formatted(4 * count) + "fde90000".repeat(count);
  }

  @Test
  void e10OctetsAfterTheLastRecordAreRefused() throws WireFormatException {
    assertThat(MessageCodec.decode(message(1, 0, 1, ROOT_A_IN + OPT)).edns()).isPresent();
    assertRefused(message(1, 0, 1, ROOT_A_IN + OPT + "00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TSIG", "SIG", "TKEY"})
  void e11TransactionRecordsInResponsesAreReadAsData(String type) throws WireFormatException {
    byte[] data =
        vectors()
            .filter(each -> each.type().equals(RRType.parse(type)))
            .findFirst()
            .orElseThrow()
            .wire();
    String record =
        "00 %04x 00ff 00000000 %04x".formatted(RRType.parse(type).code(), data.length)
            + HexFormat.of().formatHex(data);
    Message decoded = MessageCodec.decode(message(1, 0, 2, ROOT_A_IN + OPT + record));
    assertThat(decoded.additionals()).singleElement().matches(each -> each.ttl() == 0);
    assertThat(decoded.edns()).isPresent();
  }

  @Test
  void e11ATsigRecordThatIsNotTheLastIsRefused() {
    String tsig = "00 00fa 00ff 00000000 0011 00 000000000000 012c 0000 1267 0000 0000";
    assertThatCode(() -> MessageCodec.decode(message(0, 0, 1, tsig))).doesNotThrowAnyException();
    assertRefused(message(0, 0, 2, tsig + OPT));
    assertRefused(message(0, 1, 0, tsig));
  }

  @Test
  void e12ASignatureOverAMetaTypeStandsAlone() throws WireFormatException {
    String rrsig = "00 002e 0001 0000012c 0014 00ff 0d 00 0000012c 7fffffff 00000000 1267 00 00";
    String address = ROOT_A_IN + TTL_AND_A;
    Message decoded = MessageCodec.decode(message(0, 2, 0, rrsig + address));
    List<RRset> sets = RRset.group(decoded.answers());
    assertThat(sets).extracting(RRset::type).containsExactly(RRType.A, RRType.RRSIG);
    assertThat(sets.get(0).signatures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"00000000, 0", "7fffffff, 2147483647", "80000000, 0", "ffffffff, 0"})
  void e14ATtlWithItsTopBitSetIsZero(String wire, long ttl) throws WireFormatException {
    byte[] octets = message(0, 1, 0, ROOT_A_IN + wire + "0004 c0000201");
    ResourceRecord decoded = MessageCodec.decode(octets).answers().get(0);
    assertThat(decoded.ttl()).isEqualTo(ttl);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 254, 255, 65535})
  void e14AnyClassIsCarried(int code) throws WireFormatException {
    String record = "00 0010 %04x 00000000 0002 0161".formatted(code);
    ResourceRecord decoded = MessageCodec.decode(message(0, 1, 0, record)).answers().get(0);
    assertThat(decoded.rrClass().code()).isEqualTo(code);
    assertThat(decoded.data()).isEqualTo(TXT.of("a"));
  }

  @Test
  void e15ANameThatADnameMakesTooLongIsNone() {
    DomainName owner = DomainName.of("d.example.");
    DomainName target = DomainName.of(("x".repeat(61) + ".").repeat(4));
    assertThat(DomainName.of("abcd.d.example.").replaceSuffix(owner, target)).isPresent();
    assertThat(DomainName.of("abcdef.d.example.").replaceSuffix(owner, target)).isEmpty();
  }
}
