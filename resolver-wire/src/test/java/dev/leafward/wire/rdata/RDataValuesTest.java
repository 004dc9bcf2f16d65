// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leafward.wire.name.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RDataValuesTest {
  @Test
  void mappedAddressStaysAnIpv6Address() throws Exception {
    AAAA mapped = (AAAA) RDataFormatsTest.parse(RRType.AAAA, "::ffff:192.0.2.1");

    assertThat(mapped.address().getAddress()).hasSize(16);
    assertThat(mapped.address().getHostAddress()).isEqualTo("0:0:0:0:0:ffff:c000:201");
  }

  @Test
  void namesInDataCompareWithoutCase() throws Exception {
    assertThat(RDataFormatsTest.parse(RRType.NS, "NS.Example."))
        .isEqualTo(RDataFormatsTest.parse(RRType.NS, "ns.example."))
        .hasToString("NS.Example.");
  }

  @Test
  void textsKeepTheirParts() {
    assertThat(TXT.of("a", "b")).hasToString("\"a\" \"b\"").isNotEqualTo(TXT.of("ab"));
    assertThat(TXT.of("a", "b").strings())
        .containsExactly(CharacterString.of("a"), CharacterString.of(new byte[] {'b'}));
    assertThat(CharacterString.of("\u00e4").text()).isEqualTo("\u00e4");
    assertThat(CharacterString.of("\u00e4")).hasToString("\"\\195\\164\"");
    assertThat(CharacterString.of("\u00e4").length()).isEqualTo(2);
  }

  @Test
  void octetsCompareByValueAndCannotBeChanged() {
    byte[] array = {1, (byte) 0xAB};
    Octets octets = Octets.of(array);

    array[0] = 2;
    octets.toArray()[0] = 3;

    assertThat(octets).isEqualTo(Octets.ofHex("01aB")).hasToString("01AB");
    assertThat(octets.octetAt(1)).isEqualTo(0xAB);
    assertThat(octets.base64()).isEqualTo("Aas=");
    assertThat(Octets.of(new byte[0])).isSameAs(Octets.EMPTY);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    DomainName name = DomainName.of("a.");
    Octets octets = Octets.ofHex("00");
    assertThatIllegalArgumentException().isThrownBy(() -> new MX(65536, name));
    assertThatIllegalArgumentException().isThrownBy(() -> new SRV(0, 0, -1, name));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SOA(name, name, 1L << 32, 0, 0, 0, 0))
        .withMessage("serial 4294967296 is outside 0..4294967295");
    assertThatIllegalArgumentException().isThrownBy(() -> new TXT(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> TXT.of("x".repeat(256)));
    assertThatIllegalArgumentException().isThrownBy(() -> new DS(1, 256, 1, octets));
    assertThatIllegalArgumentException().isThrownBy(() -> new DS(1, 2, 1, Octets.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new DNSKEY(1, 3, 1, Octets.EMPTY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NSEC3(1, 0, 0, octets, Octets.EMPTY, TypeBitMap.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new RT(-1, name));
    assertThatIllegalArgumentException().isThrownBy(() -> new SSHFP(1, 1, Octets.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new KEY(1, 256, 1, octets));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EUI48(octets))
        .withMessage("address has 1 octets, not 6");
    assertThatIllegalArgumentException().isThrownBy(() -> new ISDN(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NXT(name, TypeBitMap.of(RRType.of(128))))
        .withMessage("type NXNAME is outside 1..127");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ATMA(ATMA.E164, Octets.of(new byte[] {'a'})));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LOC(11, 0, 0, 0, 0, 0))
        .withMessage("size 11 is not a digit and at most nine zeros");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LOC(0, 0, 0, 324_000_001, 0, 0))
        .withMessage("latitude 324000001 is outside -324000000..324000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new APL.Item(APL.IPV4, 33, APL.Sense.INCLUDED, Octets.EMPTY))
        .withMessage("prefix length 33 in family 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new APL.Item(APL.IPV4, 8, APL.Sense.INCLUDED, Octets.ofHex("0A00")))
        .withMessage("address with trailing zero octets");
    assertThatIllegalArgumentException().isThrownBy(() -> new EUI64(Octets.ofHex("0102030405")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnknownRData(RRType.CAA, Octets.of(new byte[65536])));
  }
}
