// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeBitMapTest {
  private static TypeBitMap read(String hex) throws WireFormatException {
    return TypeBitMap.read(new WireReader(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  private static String write(TypeBitMap map) {
    WireWriter out = new WireWriter();
    map.write(out);
    return HexFormat.of().formatHex(out.toByteArray());
  }

  @Test
  void windowsHoldTheTypesOfOneHighOctetEach() throws Exception {
    TypeBitMap map = TypeBitMap.of(RRType.of(65535), RRType.CAA, RRType.A, RRType.NXNAME, RRType.A);

    assertThat(write(map))
        .isEqualTo(
            "0011400000000000000000000000000000008001" + "0140" + "ff20" + "00".repeat(31) + "01");
    assertThat(map.types()).containsExactly(RRType.A, RRType.NXNAME, RRType.CAA, RRType.of(65535));
    assertThat(map).hasToString("A NXNAME CAA TYPE65535").isEqualTo(read(write(map)));
  }

  @Test
  void containsExactlyItsTypes() {
    List<RRType> types = new ArrayList<>();
    for (int code = 0; code < 0x10000; code += 7) {
      types.add(RRType.of(code));
    }

    TypeBitMap map = TypeBitMap.of(types);

    assertThat(map.types()).isEqualTo(types);
    for (int code = 0; code < 0x10000; code++) {
      assertThat(map.contains(RRType.of(code))).as("%d", code).isEqualTo(code % 7 == 0);
    }
  }

  @Test
  void emptyMapHasNoOctets() throws Exception {
    assertThat(read("")).isSameAs(TypeBitMap.EMPTY);
    assertThat(TypeBitMap.of()).isSameAs(TypeBitMap.EMPTY);
    assertThat(TypeBitMap.EMPTY.isEmpty()).isTrue();
    assertThat(TypeBitMap.EMPTY.contains(RRType.A)).isFalse();
    assertThat(TypeBitMap.EMPTY).hasToString("");
  }

  @Test
  void textMayNameTypesInAnyOrder() throws Exception {
    TextReader in = TextReader.of("rrsig TYPE1 Ns", DomainName.ROOT);

    assertThat(TypeBitMap.parse(in)).isEqualTo(TypeBitMap.of(RRType.A, RRType.NS, RRType.RRSIG));
  }

  @ParameterizedTest
  @CsvSource({
    "00, octets wanted",
    "0000, window of 0 octets",
    "0021, window of 33 octets",
    "00ff, window of 255 octets",
    "0002 40, octets wanted",
    "0001 40 0001 40, window 0 after window 0",
    "0101 40 0001 40, window 0 after window 1",
    "0001 00, ends in a zero octet",
    "0002 4000, ends in a zero octet",
    "0001 40 01, octets wanted"
  })
  void refusesMalformedMaps(String hex, String reason) {
    assertThatThrownBy(() -> read(hex))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining(reason);
  }
}
