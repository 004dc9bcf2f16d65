// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.io.WireFormatException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are read in more forms than the one they are written in. */
class RDataTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WKS|10.0.0.1 tcp telnet ftp 0 1 2|10.0.0.1 6 0 1 2 21 23",
        "WKS|10.0.0.52 UDP TFTP 69 DOMAIN|10.0.0.52 17 53 69",
        "HINFO|PC NetBSD|\"PC\" \"NetBSD\"",
        "X25|123456789|\"123456789\"",
        "NSAP|0x47.0005.80.005A00.0000.0001.e133.ffffff000161.00"
            + "|0x47000580005a0000000001e133ffffff00016100",
        "GPOS|-22.6882 116.8652 250.0|\"-22.6882\" \"116.8652\" \"250.0\"",
        "LOC|60 9 N 24 39 E 10 20 2000 20|60 9 0.000 N 24 39 0.000 E 10.00m 20m 2000m 20m",
        "LOC|60 09 00.000 n 24 39 00.000 e 10.00m 20.00m|"
            + "60 9 0.000 N 24 39 0.000 E 10.00m 20m 10000m 10m",
        "LOC|1 S 2 W -.5|",
        "LOC|1 S 2 W -0.5|1 0 0.000 S 2 0 0.000 W -0.50m 1m 10000m 10m",
        "LOC|0 S 0 0 0.1 E 0m 25m 0.15m 0.1m|0 0 0.000 N 0 0 0.100 E 0.00m 20m 0.10m 0.10m",
        "ATMA|+61.2.0000.0000|+61200000000",
        "ATMA|39.246F.00|39246f00",
        "CERT|pkix 0 rsasha256 AQI=|PKIX 0 RSASHA256 AQI=",
        "CERT|1 0 8 AQI=|PKIX 0 RSASHA256 AQI=",
        "APL|1:10.1.2.3/8|1:10.1.2.3/8",
        "L64|10 2001:0DB8:1140:1000|10 2001:db8:1140:1000",
        "SSHFP|2 1 1234 56789abcdef67890123456789abcdef67890"
            + "|2 1 123456789ABCDEF67890123456789ABCDEF67890",
        "DNSKEY|256 3 RSASHA256 AQI=|256 3 8 AQI=",
        "KEY|512 3 rsamd5 AQI=|512 3 1 AQI=",
        "DS|60485 ECDSAP256SHA256 2 AA|60485 13 2 AA",
        "RRSIG|A ED25519 0 0 0 0 0 . AA==|A 15 0 0 19700101000000 19700101000000 0 . AA=="
      })
  void otherFormsAreReadToo(String type, String text, String written) throws Exception {
    if (written == null) {
      assertThatThrownBy(() -> RDataFormatsTest.parse(RRType.parse(type), text))
          .hasMessageContaining("expected");
      return;
    }
    assertThat(RDataFormatsTest.parse(RRType.parse(type), text)).hasToString(written);
  }

  @ParameterizedTest
  @CsvSource({
    "LOC, 00 A0 16 13 80000000 80000000 00000000, undefined size 10 * 10^0",
    "LOC, 00 1A 16 13 80000000 80000000 00000000, undefined size 1 * 10^10",
    "LOC, 00 01 16 13 80000000 80000000 00000000, undefined size 0 * 10^1",
    "LOC, 00 12 16 13 934FD901 80000000 00000000, angle beyond 90 degrees",
    "LOC, 00 12 16 13 80000000 5960 4DFF 00000000, angle beyond 180 degrees",
    "NXT, 00 80, type bit map with bit 0 set",
    "NXT, 00 4000, a zero octet at its end",
    "NXT, 00 0000000000000000000000000000000001, type bit map of 17 octets",
    "APL, 0001 08 02 0A00, address with trailing zero octets",
    "APL, 0001 21 01 0A, prefix length 33 in family 1",
    "APL, 0001 20 05 0A00000001, address of 5 octets in family 1",
    "APL, 0002 81 00, prefix length 129 in family 2",
    "A6, 81 00, prefix length 129 beyond 128",
    "ATMA, 01 61, E.164 address with other than decimal digits",
    "NSAP, '', address has no octets"
  })
  void undefinedOctetsAreRefused(String type, String hex, String reason) {
    byte[] rdata = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThatThrownBy(() -> RDataFormatsTest.read(RRType.parse(type), rdata))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void bitsBeforeTheSuffixOfA6AreIgnored() throws Exception {
    byte[] padded = HexFormat.of().parseHex("7FFF00");

    assertThat(RDataFormatsTest.read(RRType.A6, padded)).hasToString("127 ::1 .");
  }

  @Test
  void wksTellsItsPorts() throws Exception {
    WKS services = (WKS) RDataFormatsTest.parse(RRType.WKS, "10.0.0.1 TCP SMTP 65535 0");

    assertThat(services.ports()).containsExactly(0, 25, 65535);
    assertThat(WKS.of(services.address(), 6, 65535, 0, 25, 25)).isEqualTo(services);
  }

  @Test
  void keptFormsThatNobodyKnowsAreOpaque() throws Exception {
    assertThat(RDataFormatsTest.parse(RRType.LOC, "\\# 1 01")).isInstanceOf(UnknownRData.class);
    assertThat(RDataFormatsTest.parse(RRType.IPSECKEY, "\\# 3 0A0900"))
        .isInstanceOf(UnknownRData.class);
  }
}
