// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireWriterTest {
  private static final int HEADER = 12;

  private final WireWriter out = new WireWriter();

  private static DomainName name(String text) {
    return DomainName.of(text);
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  private void skip(int octets) {
    out.octets(new byte[octets]);
  }

  private String writtenSince(int position) {
    return hex(out.toByteArray()).substring(2 * position);
  }

  @Test
  void numbersAreBigEndianAndCutToTheirWidth() {
    out.u8(0x1FE);
    out.u16(0x1FFFE);
    out.u32(0x1_FFFF_FFFEL);
    out.octets(new byte[] {1, 2});
    out.characterString("ab".getBytes(US_ASCII));

    assertThat(hex(out.toByteArray())).isEqualTo("fe" + "fffe" + "fffffffe" + "0102" + "026162");
    assertThat(out.position()).isEqualTo(12);
    assertThatIllegalArgumentException().isThrownBy(() -> out.characterString(new byte[256]));
  }

  @Test
  void lengthsArePatchedIn() {
    int mark = out.beginLength();
    out.octets(new byte[300]);
    out.endLength(mark);

    assertThat(writtenSince(0)).startsWith("012c");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> out.patchU16(301, 0));
  }

  @Test
  void repeatedNamesBecomePointers() {
    skip(HEADER);
    out.compressibleName(name("www.example.com."));
    int second = out.position();
    out.compressibleName(name("www.example.com."));
    out.compressibleName(name("ftp.example.com."));
    out.compressibleName(name("com."));
    out.compressibleName(name("ftp.example.com."));
    out.compressibleName(DomainName.ROOT);

    assertThat(writtenSince(second)).isEqualTo("c00c" + "03667470c010" + "c018" + "c01f" + "00");
  }

  @Test
  void compressionIgnoresCaseAndReadsBack() throws WireFormatException {
    skip(HEADER);
    out.compressibleName(name("www.Example.COM."));
    int second = out.position();
    out.compressibleName(name("WWW.eXample.com."));

    assertThat(writtenSince(second)).isEqualTo("c00c");
    WireReader in = new WireReader(out.toByteArray(), second, out.position());
    assertThat(in.name()).hasToString("www.Example.COM.");
  }

  @Test
  void namesWrittenPlainAreNeitherCompressedNorPointedTo() {
    skip(HEADER);
    out.name(name("example.com."));
    int second = out.position();
    out.compressibleName(name("example.com."));
    int third = out.position();
    out.name(name("example.com."));

    assertThat(writtenSince(second).substring(0, 2 * (third - second))).startsWith("07");
    assertThat(writtenSince(third)).isEqualTo(hex(name("example.com.").toWire()));
  }

  @Test
  void anUncompressedWriterWritesEveryNameInFull() {
    WireWriter plain = WireWriter.uncompressed();
    plain.octets(new byte[HEADER]);
    plain.compressibleName(name("a.b."));
    plain.compressibleName(name("a.b."));

    assertThat(hex(plain.toByteArray())).endsWith("0161016200" + "0161016200");
  }

  @Test
  void targetsBeyondTheReachOfAPointerAreNotUsed() throws WireFormatException {
    skip(0x3FFF - 4);
    out.compressibleName(name("abc.de."));
    int second = out.position();
    out.compressibleName(name("abc.de."));
    int third = out.position();
    out.compressibleName(name("x.de."));

    assertThat(writtenSince(second)).isEqualTo("fffb" + "0178" + "ffff");
    assertThat(third).isEqualTo(second + 2);

    WireWriter far = new WireWriter();
    far.octets(new byte[0x4000]);
    far.compressibleName(name("abc.de."));
    far.compressibleName(name("abc.de."));
    assertThat(far.position()).isEqualTo(0x4000 + 2 * name("abc.de.").octets());
  }

  @Test
  void rollbackForgetsTheTargetsBeyondTheMark() {
    skip(HEADER);
    out.compressibleName(name("example.com."));
    int mark = out.mark();
    out.compressibleName(name("www.example.com."));
    out.rollback(mark);
    skip(2);
    int second = out.position();
    out.compressibleName(name("www.example.com."));
    out.compressibleName(name("example.com."));

    assertThat(out.toByteArray()).hasSize(second + 6 + 2);
    assertThat(writtenSince(second)).isEqualTo("03777777c00c" + "c00c");
    assertThatIllegalArgumentException().isThrownBy(() -> out.rollback(out.position() + 1));
  }

  @Test
  void theCapacityIsKept() {
    out.capacity(10);
    out.octets(new byte[9]);

    assertThatExceptionOfType(WireCapacityException.class)
        .isThrownBy(() -> out.u16(1))
        .withMessage("longer than 10 octets");
    out.u8(1);
    assertThat(out.position()).isEqualTo(10);
    assertThatExceptionOfType(WireCapacityException.class)
        .isThrownBy(() -> out.compressibleName(DomainName.ROOT));
    assertThatIllegalArgumentException().isThrownBy(() -> out.capacity(65_536));
  }

  @Test
  void aMessageIsAtMost65535Octets() {
    out.octets(new byte[65_534]);
    out.u8(0);

    assertThatExceptionOfType(WireCapacityException.class).isThrownBy(() -> out.u8(0));
    assertThat(out.toByteArray()).hasSize(65_535);
  }

  @Test
  void whateverIsWrittenReadsBack() throws WireFormatException {
    Random random = new Random(1035);
    for (int round = 0; round < 50; round++) {
      WireWriter writer = new WireWriter();
      writer.octets(new byte[HEADER]);
      List<DomainName> names = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        DomainName name = randomName(random);
        names.add(name);
        writer.compressibleName(name);
      }
      byte[] octets = writer.toByteArray();
      WireReader in = new WireReader(octets, HEADER, octets.length);
      for (DomainName name : names) {
        assertThat(in.name()).isEqualTo(name);
      }
      assertThat(in.hasRemaining()).isFalse();
    }
  }

  private static DomainName randomName(Random random) {
    DomainName name = DomainName.ROOT;
    for (int labels = random.nextInt(12); labels > 0; labels--) {
      name =
          name.child(
              String.valueOf((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(4))));
    }
    return name;
  }

  @Test
  void aMessageFullOfNamesStaysFullyCompressed() {
    skip(HEADER);
    List<DomainName> names = new ArrayList<>();
    for (int i = 0; i < 16_383; i++) {
      names.add(name("n" + i % 1000 + ".example."));
    }
    names.forEach(out::compressibleName);

    int firstLabels = 10 * 3 + 90 * 4 + 900 * 5;
    int firstName = name("example.").octets();
    int pointers = 2 * (names.size() - 1);
    assertThat(out.position()).isEqualTo(HEADER + firstLabels + firstName + pointers);
  }

  @Test
  void namesMadeToCollideStillEncodeCorrectly() throws WireFormatException {
    // "az" and "b[" add the same to the hash: 31 * 97 + 122 = 31 * 98 + 91.
    skip(HEADER);
    List<DomainName> names = new ArrayList<>();
    for (int i = 0; i < 1024; i++) {
      StringBuilder label = new StringBuilder();
      for (int bit = 0; bit < 10; bit++) {
        label.append((i >> bit & 1) == 0 ? "az" : "b[");
      }
      names.add(name(label + ".example."));
    }
    assertThat(names.stream().map(DomainName::hashCode).distinct()).hasSize(1);
    names.forEach(out::compressibleName);
    names.forEach(out::compressibleName);

    byte[] octets = out.toByteArray();
    WireReader in = new WireReader(octets, HEADER, octets.length);
    for (int i = 0; i < 2 * names.size(); i++) {
      assertThat(in.name()).isEqualTo(names.get(i % names.size()));
    }
  }

  @Test
  void aNumberOf64BitsIsReadBackAsItWas() throws WireFormatException {
    out.u64(0xFEDC_BA98_7654_3210L);

    assertThat(hex(out.toByteArray())).isEqualTo("fedcba9876543210");
    assertThat(new WireReader(out.toByteArray()).u64()).isEqualTo(0xFEDC_BA98_7654_3210L);
  }

  @Test
  void aClearedWriterCompressesAgainstNothingItHasForgotten() {
    skip(HEADER);
    out.compressibleName(name("www.example."));
    out.capacity(HEADER + 20);

    out.clear();
    out.u16(1);
    out.compressibleName(name("www.example."));

    assertThat(out.capacity()).isEqualTo(WireWriter.MAX_MESSAGE_OCTETS);
    assertThat(writtenSince(2)).isEqualTo("03777777" + "076578616d706c65" + "00");
  }

  @Test
  void aNameThatIsTakenBackIsNoTargetEvenIfItWasTheFirst() {
    skip(HEADER);
    out.compressibleName(name("example.com."));
    out.rollback(HEADER);
    skip(2);
    out.compressibleName(name("www.example.com."));
    int third = out.position();
    out.compressibleName(name("example.com."));

    assertThat(writtenSince(third)).isEqualTo("c012");
  }

  @Test
  void theEndOfANameIsATargetWhoeverSharesItsOctets() {
    DomainName www = name("www.example.com.");
    skip(HEADER);
    out.compressibleName(www);
    int second = out.position();
    out.compressibleName(www.parent());
    out.compressibleName(www.parent());
    out.compressibleName(name("EXAMPLE.com."));
    out.compressibleName(www);
    out.compressibleName(www.parent().parent());

    assertThat(writtenSince(second)).isEqualTo("c010" + "c010" + "c010" + "c00c" + "c018");
  }

  @Test
  void releaseGivesAllThatWasWritten() {
    WireWriter exact = new WireWriter(2);
    exact.u16(0x0102);
    out.u16(0x0304);

    assertThat(exact.release()).containsExactly(1, 2);
    assertThat(out.release()).containsExactly(3, 4);
  }
}
