// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.fuzz.HostileMessages.Hostile;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.UnknownRData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What hostile messages may cost: time and memory linear in their octets. The names of the tests
 * begin with the row of the catalogue of attacks that they stand for.
 *
 * <p>An ordinary message of 64 KiB decodes in about 0.1 ms of processor time. No other may take
 * more than {@value #TIMES_ORDINARY} times as long per octet, which keeps it below 5 ms; measured
 * against an ordinary one in the same run, so that it does not matter how fast the machine is.
 */
class HostileCostTest {
  private static final int TIMES_ORDINARY = 40;
  private static final int OCTETS_PER_OCTET = 16;
  private static final int FREE_OCTETS = 4096;
  private static final int WARMING_ROUNDS = 25;
  private static final int MUTATIONS = 5_000;

  private static final List<Hostile> HOSTILE = HostileMessages.all();
  private static final byte[] ORDINARY = HostileMessages.ordinary();

  static Stream<Hostile> hostile() {
    return HOSTILE.stream();
  }

  @BeforeAll
  static void warm() {
    for (int round = 0; round < WARMING_ROUNDS; round++) {
      roundTrip(ORDINARY);
      HOSTILE.forEach(each -> roundTrip(each.octets()));
    }
  }

  private static void roundTrip(byte[] octets) {
    decode(octets).ifPresent(HostileCostTest::encode);
  }

  private static Optional<Message> decode(byte[] octets) {
    try {
      return Optional.of(MessageCodec.decode(octets));
    } catch (WireFormatException refused) {
      return Optional.empty();
    }
  }

  private static int encode(Message message) {
    try {
      return MessageCodec.encode(message).length;
    } catch (WireCapacityException full) {
      return HostileMessages.MAX_OCTETS;
    }
  }

  @Test
  void anOrdinaryMessageIsAccepted() {
    assertThat(decode(ORDINARY)).isPresent();
    assertThat(ORDINARY.length).isGreaterThan(60_000);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void e2DecodingTakesTimeLinearInTheOctets(Hostile hostile) {
    double ordinary = (double) Cost.nanos(() -> decode(ORDINARY)) / ORDINARY.length;
    double actual = (double) Cost.nanos(() -> decode(hostile.octets())) / hostile.octets().length;
    assertThat(actual).as("nanoseconds per octet").isLessThan(TIMES_ORDINARY * ordinary);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void e2EncodingTakesTimeLinearInTheOctets(Hostile hostile) {
    Optional<Message> message = decode(hostile.octets());
    Message usual = decode(ORDINARY).orElseThrow();
    double ordinary = (double) Cost.nanos(() -> encode(usual)) / ORDINARY.length;
    double actual =
        message
            .map(each -> (double) Cost.nanos(() -> encode(each)) / hostile.octets().length)
            .orElse(0.0);
    assertThat(actual).as("nanoseconds per octet").isLessThan(TIMES_ORDINARY * ordinary);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void e7DecodingAllocatesNoMoreThanTheOctetsWarrant(Hostile hostile) {
    assertAllocation(hostile.octets());
  }

  @Test
  void e7CountsThatLieAllocateNothing() {
    byte[] liar = new byte[12];
    Arrays.fill(liar, 4, 12, (byte) 0xFF);
    assertAllocation(liar);
    for (int count = 4; count < 12; count += 2) {
      byte[] lie = new byte[12];
      lie[count] = 0x0F;
      lie[count + 1] = (byte) 0xFF;
      assertAllocation(lie);
    }
  }

  @Test
  void e7MutatedMessagesAllocateNoMoreThanTheirOctetsWarrant() {
    Mutator mutator = new Mutator(Seeds.messages(), new SplittableRandom(7));
    for (int i = 0; i < MUTATIONS; i++) {
      assertAllocation(mutator.next());
    }
  }

  private static void assertAllocation(byte[] octets) {
    long allowed = (long) OCTETS_PER_OCTET * octets.length + FREE_OCTETS;
    assertThat(Cost.octets(() -> decode(octets))).isLessThanOrEqualTo(allowed);
  }

  @Test
  void e5DecodingNeedsNoDeepStack() throws InterruptedException {
    int[] decoded = new int[2];
    Thread small =
        new Thread(null, () -> decoded[0] = decodeAndPrintAll(), "small stack", 256 * 1024);
    small.start();
    small.join();
    Thread virtual = Thread.ofVirtual().start(() -> decoded[1] = decodeAndPrintAll());
    virtual.join();
    assertThat(decoded).containsOnly(HOSTILE.size());
  }

  private static int decodeAndPrintAll() {
    for (Hostile each : HOSTILE) {
      decode(each.octets()).ifPresent(message -> Promise.printable(message.toString()));
    }
    return HOSTILE.size();
  }

  @ParameterizedTest
  @CsvSource({"false, 16383", "true, 2500"}) // names that are not compressed fill a message sooner
  void c18EncodingTakesTimeLinearInTheNames(boolean colliding, int most) {
    List<DomainName> names =
        IntStream.range(0, 1_024)
            .mapToObj(i -> DomainName.of((colliding ? ofOneHash(i) : "n" + i) + ".example."))
            .toList();
    assertThat(names.stream().map(DomainName::hashCode).distinct()).hasSize(colliding ? 1 : 1_024);
    List<DomainName> few = names.subList(0, 100);
    List<DomainName> many =
        IntStream.range(0, most).mapToObj(i -> names.get(i % names.size())).toList();
    for (int round = 0; round < WARMING_ROUNDS; round++) {
      write(many);
    }
    double inFew = (double) Cost.nanos(() -> write(few)) / few.size();
    double inMany = (double) Cost.nanos(() -> write(many)) / many.size();
    assertThat(inMany).as("nanoseconds per name").isLessThan(4 * inFew);
  }

  /** "az" and "b[" add the same to the hash: 31 * 97 + 122 = 31 * 98 + 91. */
  private static String ofOneHash(int number) {
    StringBuilder label = new StringBuilder();
    for (int bit = 0; bit < 10; bit++) {
      label.append((number >> bit & 1) == 0 ? "az" : "b[");
    }
    return label.toString();
  }

  private static void write(List<DomainName> names) {
    WireWriter out = new WireWriter();
    out.u32(0);
    out.u32(0);
    out.u32(0);
    names.forEach(out::compressibleName);
  }

  @Test
  void e12DuplicatesChangeNeitherTheResultNorTheClassOfCost() {
    List<ResourceRecord> different =
        IntStream.range(0, 4000).mapToObj(HostileCostTest::numbered).toList();
    List<ResourceRecord> same = IntStream.range(0, 4000).mapToObj(i -> numbered(7)).toList();
    assertThat(RRset.group(same)).isEqualTo(RRset.group(List.of(numbered(7))));
    assertThat(RRset.group(different)).hasSize(1);
    assertThat(Cost.nanos(() -> RRset.group(same)))
        .isLessThan(4 * Cost.nanos(() -> RRset.group(different)));
  }

  private static ResourceRecord numbered(int number) {
    Octets octets = Octets.ofHex("%08x".formatted(number));
    return new ResourceRecord(
        DomainName.of("many.example."),
        RRClass.IN,
        60L,
        new UnknownRData(RRType.of(65280), octets));
  }
}
