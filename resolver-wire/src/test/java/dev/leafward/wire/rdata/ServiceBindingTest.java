// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.name.DomainName;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceBindingTest {
  private static SVCB svcb(String text) throws TextFormatException {
    return (SVCB) RDataFormatsTest.parse(RRType.SVCB, text);
  }

  private static SVCB fromWire(String params) throws WireFormatException {
    byte[] rdata = HexFormat.of().parseHex("000100" + params.replace(" ", ""));
    return (SVCB) RDataFormatsTest.read(RRType.SVCB, rdata);
  }

  /** The other text forms in RFC 9460 appendix D.2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 foo.example.com. key667=hello|1 foo.example.com. key667=\"hello\"",
        "1 foo.example.com. ipv6hint=\"2001:db8::1,2001:db8::53:1\""
            + "|1 foo.example.com. ipv6hint=2001:db8::1,2001:db8::53:1",
        "1 example.com. ipv6hint=\"2001:db8:ffff:ffff:ffff:ffff:198.51.100.100\""
            + "|1 example.com. ipv6hint=2001:db8:ffff:ffff:ffff:ffff:c633:6464",
        "16 foo.example.org. (alpn=h2,h3-19 mandatory=ipv4hint,alpn ipv4hint=192.0.2.1)"
            + "|16 foo.example.org. mandatory=alpn,ipv4hint alpn=\"h2,h3-19\" ipv4hint=192.0.2.1",
        "16 foo.example.org. alpn=f\\\\\\092oo\\092,bar,h2"
            + "|16 foo.example.org. alpn=\"f\\\\\\\\oo\\\\,bar,h2\""
      })
  void appendixD2OtherForms(String text, String printed) throws Exception {
    assertThat(svcb(text)).hasToString(printed);
    assertThat(RDataFormatsTest.parse(RRType.HTTPS, text)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 foo.example.com. key123=abc key123=def|key key123 is doubled",
        "1 foo.example.com. mandatory|a value of mandatory",
        "1 foo.example.com. alpn|a value of alpn",
        "1 foo.example.com. port|a value of port",
        "1 foo.example.com. ipv4hint|a value of ipv4hint",
        "1 foo.example.com. ipv6hint|a value of ipv6hint",
        "1 foo.example.com. no-default-alpn=abc|the key has no value",
        "1 foo.example.com. mandatory=key123|mandatory key key123 is missing",
        "1 foo.example.com. mandatory=mandatory|mandatory names itself",
        "1 foo.example.com. mandatory=key123,key123 key123=abc|key key123 is doubled"
      })
  void appendixD3FailsAsText(String text, String message) {
    for (RRType type : List.of(RRType.SVCB, RRType.HTTPS)) {
      assertThatThrownBy(() -> RDataFormatsTest.parse(type, text))
          .isInstanceOf(TextFormatException.class)
          .hasMessageContaining(message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 . \"alpn=h2\"",
        "1 . alpn= h2",
        "1 . alpn =h2",
        "1 . =h2",
        "1 . ALPN=h2",
        "1 . key65536=a",
        "1 . key007=a",
        "1 . key",
        "1 . key-1",
        "1 . alpn=h2,,h3",
        "1 . alpn=\",h2\"",
        "1 . alpn=h2\\\\x",
        "1 . alpn=h2\\\\",
        "1 . alpn=\\0",
        "1 . alpn=h2 key1=\\002h3",
        "1 . key1=\\003h2",
        "1 . key1",
        "1 . port=65536",
        "1 . port=+1",
        "1 . port=\\053",
        "1 . key3=\\000",
        "1 . key3=\\000\\000\\000",
        "1 . ipv4hint=1.2.3",
        "1 . ipv4hint=1.2.3.4\\,1.2.3.5",
        "1 . ech=?",
        "1 . ech",
        "1 . ipv6hint=1.2.3.4",
        "1 . dohpath",
        "1 . key7=\\255",
        "1 . ohttp=1",
        "1 . tls-supported-groups",
        "1 . tls-supported-groups=29,29",
        "1 . mandatory=key0",
        "1 . mandatory=foo",
        "1 . key0=\\000\\004\\000\\001 alpn=h2 ipv4hint=192.0.2.1",
        "1 . no-default-alpn",
        "65536 .",
        "1"
      })
  void otherBadTexts(String text) {
    assertThatThrownBy(() -> svcb(text)).isInstanceOf(TextFormatException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0003 0002 0035  0001 0003 026832|doubled or out of order",
        "0003 0002 0035  0003 0002 0035|doubled or out of order",
        "0003 0001 35|2 octets wanted",
        "0003 0003 000035|1 octets left over",
        "0003 0004 0035|length of 4 with 2 octets left",
        "0003 00|2 octets wanted, 1 left",
        "0000 0000|there is no key",
        "0000 0004 00040001 0001 0003 026832 0004 0004 01020304|key alpn is doubled or out of",
        "0001 0000|there is no protocol",
        "0001 0001 00|a protocol has no octets",
        "0001 0003 036832|3 octets wanted, 2 left",
        "0001 0003 026832 0002 0001 00|1 octets left over",
        "0004 0000|there is no address",
        "0004 0003 010203|an address has 4 octets",
        "0005 0000|configuration has no octets",
        "0006 0004 01020304|an address has 16 octets",
        "0007 0001 ff|the octets are no UTF-8",
        "0008 0001 00|1 octets left over",
        "0009 0004 001d001d|a group stands twice"
      })
  void badWire(String params, String message) {
    assertThatThrownBy(() -> fromWire(params))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000 0002 0000",
        "0000 0004 00000001 0001 0003 026832",
        "0000 0002 0001",
        "0000 0002 029b 0001 0003 026832",
        "0002 0000"
      })
  void contradictionsAreCarriedButToldAndPrintedInTheGenericForm(String params) throws Exception {
    SVCB binding = fromWire(params);

    assertThat(binding.isSelfConsistent()).isFalse();
    assertThat(new SVCB(0, binding.target(), binding.params()).isSelfConsistent()).isTrue();
    assertThat(binding.toString()).startsWith("\\# ");
    assertThat(RDataFormatsTest.parse(RRType.SVCB, binding.toString())).isEqualTo(binding);
  }

  @Test
  void whatIsMandatoryAndThereIsNoContradiction() throws Exception {
    assertThat(fromWire("0000 0002 0001 0001 0003 026832 0002 0000").isSelfConsistent()).isTrue();
  }

  @Test
  void targetsComeUncompressed() {
    byte[] rdata = HexFormat.of().parseHex("0000c000");

    assertThatThrownBy(() -> RDataFormatsTest.read(RRType.SVCB, rdata))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void parametersAreFoundByKindAndKey() throws Exception {
    SVCB binding = svcb("1 . alpn=h2,h3 port=8443 key667=x");

    assertThat(binding.isAlias()).isFalse();
    assertThat(binding.params().find(SvcParam.Port.class)).contains(new SvcParam.Port(8443));
    assertThat(binding.params().find(SvcParam.Ech.class)).isEmpty();
    assertThat(binding.params().find(SvcParamKey.of(667)))
        .contains(new SvcParam.Unknown(SvcParamKey.of(667), Octets.ofHex("78")));
    assertThat(binding.params().find(SvcParam.Alpn.class).orElseThrow().protocols())
        .containsExactly(CharacterString.of("h2"), CharacterString.of("h3"));
    assertThat(svcb("0 other.").isAlias()).isTrue();
  }

  @Test
  void numbersOfKnownKeysGiveTheTypedParameter() throws Exception {
    assertThat(svcb("1 . key1=\\002h2 key3=\\000\\053 key4=\\192\\000\\002\\001"))
        .hasToString("1 . alpn=\"h2\" port=53 ipv4hint=192.0.2.1");
    assertThat(svcb("1 . alpn=\"h\\050,h3\" no-default-alpn=\"\""))
        .hasToString("1 . alpn=\"h2,h3\" no-default-alpn");
  }

  @Test
  void valuesAreSortedAndChecked() {
    SvcParam port = new SvcParam.Port(1);
    SvcParam alpn = new SvcParam.Alpn(List.of(CharacterString.of("h2")));

    assertThat(SvcParams.of(port, alpn).list()).containsExactly(alpn, port);
    assertThatIllegalArgumentException().isThrownBy(() -> SvcParams.of(port, port));
    assertThatIllegalArgumentException().isThrownBy(() -> new SvcParams(List.of(port, alpn)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HTTPS(-1, DomainName.ROOT, SvcParams.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SvcParam.Unknown(SvcParamKey.PORT, Octets.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> SvcParamKey.of(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> new SvcParam.Mandatory(List.of()));
  }

  @Test
  void keysHaveNumbersAndNames() {
    for (int code = 0; code <= 0xFFFF; code++) {
      SvcParamKey key = SvcParamKey.of(code);
      assertThat(SvcParamKey.find(key.toString())).contains(key);
      assertThat(SvcParamKey.find("key" + code)).contains(key);
    }
    assertThat(SvcParamKey.find("key3")).contains(SvcParamKey.PORT);
    assertThat(SvcParamKey.PORT)
        .hasSameHashCodeAs(SvcParamKey.of(3))
        .isGreaterThan(SvcParamKey.ALPN);
  }
}
