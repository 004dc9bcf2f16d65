// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdnsTest {
  private static final EdnsOption COOKIE = Cookie.ofClient(Octets.ofHex("0123456789abcdef"));

  private static Edns read(String rdata, int maxOptions) throws WireFormatException {
    byte[] octets = HexFormat.of().parseHex(rdata);
    return OptRecord.read(1232, 0x0000_8000L, new WireReader(octets), maxOptions);
  }

  @Test
  void classAndTtlAreReadAsSizeVersionAndFlags() throws WireFormatException {
    Edns edns = OptRecord.read(4096, 0xAB01_8001L, new WireReader(new byte[0]), 0);

    assertThat(edns).isEqualTo(new Edns(4096, 1, 0x8001, List.of()));
    assertThat(edns.dnssecOk()).isTrue();
    assertThat(OptRecord.extendedRcode(0xAB01_8001L)).isEqualTo(0xAB);
  }

  @Test
  void theRecordIsWrittenAsItIsRead() {
    Edns edns = Edns.of(Edns.DEFAULT_SIZE).withDnssecOk().withOption(COOKIE);
    WireWriter out = new WireWriter();
    OptRecord.write(edns, 0xAB, out);

    assertThat(HexFormat.of().formatHex(out.toByteArray()))
        .isEqualTo(
            "00" + "0029" + "04d0" + "ab00" + "8000" + "000c" + "000a0008" + "0123456789abcdef");
    assertThat(OptRecord.octets(edns)).isEqualTo(out.position());
  }

  @Test
  void unknownOptionsAreKeptInOrder() throws WireFormatException {
    assertThat(read("fde90002abcd 00000000 fde90000".replace(" ", ""), 3).options())
        .containsExactly(
            new UnknownOption(65001, Octets.ofHex("abcd")),
            new UnknownOption(0, Octets.EMPTY),
            new UnknownOption(65001, Octets.EMPTY));
  }

  @Test
  void optionsThatRunOverTheEndAreRefused() {
    for (String rdata : List.of("00", "000a", "000a00", "000a0001", "000a0002ab")) {
      assertThatExceptionOfType(WireFormatException.class).isThrownBy(() -> read(rdata, 9));
    }
  }

  @Test
  void moreOptionsThanTheLimitAreRefused() throws WireFormatException {
    assertThat(read("00000000".repeat(32), 32).options()).hasSize(32);
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> read("00000000".repeat(33), 32))
        .withMessageContaining("more than 32 EDNS options");
  }

  @Test
  void sizesBelow512CountAs512() {
    assertThat(Edns.of(0).replyLimit()).isEqualTo(512);
    assertThat(Edns.of(511).replyLimit()).isEqualTo(512);
    assertThat(Edns.of(513).replyLimit()).isEqualTo(513);
  }

  @Test
  void valuesAreImmutableAndComparable() {
    List<EdnsOption> options = new ArrayList<>(List.of(COOKIE));
    Edns edns = new Edns(1232, 0, 0, options);
    options.clear();

    assertThat(edns.options()).containsExactly(COOKIE);
    assertThat(edns).isEqualTo(Edns.of(1232).withOption(COOKIE));
    assertThat(edns.withUdpPayloadSize(512)).isNotEqualTo(edns);
    assertThat(edns.option(10)).contains(COOKIE);
    assertThat(edns.option(11)).isEmpty();
    assertThat(edns.option(Cookie.class)).contains((Cookie) COOKIE);
    assertThat(edns.option(Padding.class)).isEmpty();
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Edns.of(65_536));
    assertThatIllegalArgumentException().isThrownBy(() -> Edns.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Edns(1232, 256, 0, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Edns(1232, 0, 0x10000, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new UnknownOption(-1, Octets.EMPTY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnknownOption(1, Octets.of(new byte[65_536])));
  }
}
