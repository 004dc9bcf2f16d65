// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leafward.wire.name.DomainName;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireReaderTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static WireReader reader(String hex) {
    return new WireReader(hex(hex));
  }

  @Test
  void numbersAreUnsignedAndBigEndian() throws WireFormatException {
    WireReader in = reader("fe fffe fffffffe 0102");

    assertThat(in.u8()).isEqualTo(0xFE);
    assertThat(in.u16()).isEqualTo(0xFFFE);
    assertThat(in.u32()).isEqualTo(0xFFFF_FFFEL);
    assertThat(in.position()).isEqualTo(7);
    assertThat(in.remaining()).isEqualTo(2);
    assertThat(in.rest()).containsExactly(1, 2);
    assertThat(in.hasRemaining()).isFalse();
    assertThat(in.rest()).isEmpty();
  }

  @Test
  void characterStringsCarryTheirLength() throws WireFormatException {
    WireReader in = reader("03 616263 00 02 61");

    assertThat(in.characterString()).isEqualTo("abc".getBytes(US_ASCII));
    assertThat(in.characterString()).isEmpty();
    assertMalformed(in::characterString, 6);
  }

  @Test
  void nothingIsReadBeyondTheEnd() {
    assertMalformed(() -> reader("").u8(), 0);
    assertMalformed(() -> reader("01").u16(), 0);
    assertMalformed(() -> reader("010203").u32(), 0);
    assertMalformed(() -> reader("0102").octets(3), 0);
    assertMalformed(() -> reader("0102").octets(-1), 0);
    assertMalformed(() -> new WireReader(hex("01020304"), 1, 2).u16(), 1);
  }

  @Test
  void aRangeThatIsNotWithinTheArrayIsRefused() {
    byte[] octets = new byte[4];
    for (int[] range : new int[][] {{-1, 2}, {3, 2}, {0, 5}}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> new WireReader(octets, range[0], range[1]));
    }
  }

  @Test
  void theFenceBoundsWhatIsRead() throws WireFormatException {
    WireReader in = reader("0102030405");
    in.u8();
    int outer = in.enterFence(2);

    assertThat(in.remaining()).isEqualTo(2);
    assertMalformed(() -> in.octets(3), 1);
    assertMalformed(() -> in.enterFence(3), 1);
    in.u8();
    assertMalformed(() -> in.leaveFence(outer), 2);
    in.u8();
    in.leaveFence(outer);
    assertThat(in.remaining()).isEqualTo(2);
  }

  @Test
  void aNameDoesNotRunOverTheFence() throws WireFormatException {
    WireReader in = reader("03 777777 00");
    in.enterFence(4);

    assertMalformed(in::name, 0);
  }

  @Test
  void namesAreReadWithAndWithoutPointers() throws WireFormatException {
    //                     0          4            9      12     16   18
    WireReader in = reader("03777777 03636f6d 00 c004 01 61 c000 c009 00");

    assertThat(in.name()).hasToString("www.com.");
    assertThat(in.name()).hasToString("com.");
    assertThat(in.name()).hasToString("a.www.com.");
    assertThat(in.name()).hasToString("com.");
    assertThat(in.name()).isSameAs(DomainName.ROOT);
    assertThat(in.hasRemaining()).isFalse();
  }

  @Test
  void aPointerToANameJustReadGivesTheSameObject() throws WireFormatException {
    WireReader in = reader("03777777 03636f6d 00 c000 c000");

    DomainName first = in.name();
    assertThat(in.name()).isSameAs(first);
    assertThat(in.name()).isSameAs(first);
  }

  @Test
  void theCaseOfANameIsKept() throws WireFormatException {
    assertThat(reader("03 577757 00").name()).hasToString("WwW.");
  }

  @ParameterizedTest
  @CsvSource({
    "c000, pointer that does not lead backwards, 0",
    "c002 00, pointer that does not lead backwards, 0",
    "0161 c000, pointer that does not lead backwards, 2",
    "0161 c002, pointer that does not lead backwards, 2",
    "ffff, pointer that does not lead backwards, 0",
    "40, unknown label type 1, 0",
    "80, unknown label type 2, 0",
    "0161 41, unknown label type 1, 2",
    "'', name runs past the end, 0",
    "01, name runs past the end, 0",
    "0161, name runs past the end, 0",
    "3f61, name runs past the end, 0",
    "c0, name runs past the end, 0",
  })
  void malformedNamesAreRefused(String hex, String reason, int offset) {
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> reader(hex).name())
        .satisfies(e -> {
          assertThat(e.reason()).isEqualTo(reason);
          assertThat(e.offset()).isEqualTo(offset);
          assertThat(e).hasMessage(reason + " at octet " + offset);
          assertThat(e.getStackTrace()).isEmpty();
        });
  }

  @Test
  void twoPointersThatLeadToEachOtherAreRefused() {
    WireReader in = new WireReader(hex("c002 c000"), 2, 4);

    assertMalformed(in::name, 0);
  }

  @Test
  void aLoopThroughALabelIsRefused() {
    // The name at 2 runs into its own pointer back to 0, whose label leads to it again.
    WireReader in = new WireReader(hex("0161 0162 c000"), 2, 6);

    assertMalformed(in::name, 4);
  }

  @Test
  void pointerChainsAreFollowed127TimesAndNoMore() throws WireFormatException {
    assertThat(chainOfPointers(127).name()).isSameAs(DomainName.ROOT);
    assertMalformed(() -> chainOfPointers(128).name(), 1);
  }

  /** A root, then pointers each to the one before; the reader stands at the last. */
  private static WireReader chainOfPointers(int count) {
    byte[] octets = new byte[1 + 2 * count];
    for (int i = 0; i < count; i++) {
      int target = i == 0 ? 0 : 2 * i - 1;
      octets[1 + 2 * i] = (byte) (0xC0 | target >> 8);
      octets[2 + 2 * i] = (byte) target;
    }
    return new WireReader(octets, octets.length - 2, octets.length);
  }

  @Test
  void aNameAssembledThroughPointersKeepsTo255Octets() throws WireFormatException {
    assertThat(labelsWithPointers(127).name().octets()).isEqualTo(255);
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> labelsWithPointers(128).name())
        .satisfies(e -> assertThat(e.reason()).isEqualTo("name longer than 255 octets"));
  }

  /** Labels of one octet, each followed by a pointer to the one before. */
  private static WireReader labelsWithPointers(int labels) {
    byte[] octets = new byte[1 + 4 * labels];
    for (int i = 0; i < labels; i++) {
      int at = 1 + 4 * i;
      int target = i == 0 ? 0 : at - 4;
      octets[at] = 1;
      octets[at + 1] = 'a';
      octets[at + 2] = (byte) (0xC0 | target >> 8);
      octets[at + 3] = (byte) target;
    }
    return new WireReader(octets, octets.length - 4, octets.length);
  }

  @SuppressWarnings("ReferenceEquality") // a name handed out again costs no memory
  @Test
  void namesThatExpandFarBeyondTheMessageAreRefused() throws WireFormatException {
    // One long name with 126 places to point to, and then a great many pointers to each of them.
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes("\1a".repeat(126).getBytes(US_ASCII));
    octets.write(0);
    for (int i = 0; i < 10_000; i++) {
      octets.writeBytes(new byte[] {(byte) 0xC0, (byte) (2 * (i % 126))});
    }
    WireReader in = new WireReader(octets.toByteArray());

    Set<DomainName> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> {
          while (in.hasRemaining()) {
            distinct.add(in.name());
          }
        })
        .withMessageContaining("names expand far beyond the message");

    assertThat(distinct.stream().mapToInt(DomainName::octets).sum()).isLessThan(16 * octets.size());
  }

  @Test
  void everyCutOfANameIsRefused() {
    byte[] whole = hex("03777777 03636f6d 00 0161 c004");
    for (int end = 0; end < whole.length; end++) {
      if (end != 9) {
        WireReader in = new WireReader(Arrays.copyOf(whole, end), end > 9 ? 9 : 0, end);
        assertThatExceptionOfType(WireFormatException.class)
            .as("cut at %d", end)
            .isThrownBy(in::name);
      }
    }
  }

  private interface Reading {
    void run() throws WireFormatException;
  }

  private static void assertMalformed(Reading reading, int offset) {
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(reading::run)
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @Test
  void octetsPassedOverCanStillBeHad() throws WireFormatException {
    WireReader in = reader("0102030405");
    in.skip(1);
    WireReader ahead = in.copy();
    in.skip(2);

    assertThat(in.octetsSince(1)).containsExactly(2, 3);
    assertThat(ahead.rest()).containsExactly(2, 3, 4, 5);
    assertThat(in.remaining()).isEqualTo(2);
    assertMalformed(() -> in.skip(3), 3);
  }

  @Test
  void aNameInFullThatRepeatsTheLastOneIsTheSameObject() throws WireFormatException {
    WireReader in = reader("0161 00 0161 00 0141 00");
    DomainName first = in.name();

    assertThat(in.name()).isSameAs(first);
    assertThat(in.name()).isNotSameAs(first).hasToString("A.");
  }
}
