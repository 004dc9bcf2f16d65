// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {
  @ParameterizedTest
  @CsvSource({"0.0.0.0, 00000000", "192.0.2.53, c0000235", "255.255.255.255, ffffffff"})
  void readsAndWritesIpv4(String text, String hex) {
    assertThat(IpText.parseV4(text)).isEqualTo(HexFormat.of().parseHex(hex));
    assertThat(IpText.format(HexFormat.of().parseHex(hex))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1..3.4",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.0004",
        "0x1.2.3.4",
        "-1.2.3.4",
        "1.2.3.",
        ".1.2.3",
        "1,2,3,4",
        "::1"
      })
  void refusesWhatIsNoIpv4(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> IpText.parseV4(text));
  }

  /** The second column is the form of RFC 5952. */
  @ParameterizedTest
  @CsvSource({
    "::, ::, 00000000000000000000000000000000",
    "::1, ::1, 00000000000000000000000000000001",
    "1::, 1::, 00010000000000000000000000000000",
    "2001:DB8:0:0:0:0:2:1, 2001:db8::2:1, 20010db8000000000000000000020001",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1, 20010db8000000010001000100010001",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1, 20010000000000010000000000000001",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1, 20010db8000000000001000000000001",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0, 00010002000300040005000600070000",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1, 00000000000000000000ffffc0000201",
    "::ffff:c000:201, ::ffff:192.0.2.1, 00000000000000000000ffffc0000201",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221, 0064ff9b0000000000000000c0000221",
    "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304, 00010002000300040005000601020304"
  })
  void readsAndWritesIpv6(String text, String recommended, String hex) {
    assertThat(IpText.parseV6(text)).isEqualTo(HexFormat.of().parseHex(hex));
    assertThat(IpText.format(HexFormat.of().parseHex(hex))).isEqualTo(recommended);
    assertThat(IpText.parseV6(recommended)).isEqualTo(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "::1::",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:",
        ":1:2:3:4:5:6:7",
        "1:2:3:4::5:6:7:8",
        "::1.2.3",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "fe80::1%eth0",
        "::/0",
        "1.2.3.4",
        "::\u0661"
      })
  void refusesWhatIsNoIpv6(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> IpText.parseV6(text));
  }

  @Test
  void writesOnlyAddresses() {
    assertThatIllegalArgumentException().isThrownBy(() -> IpText.format(new byte[5]));
  }
}
