// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RDataFormatsTest {
  private static final DomainName ORIGIN = DomainName.of("example.com.");

  @SuppressWarnings("unused") // named by @FieldSource
  private static final List<Vector> VECTORS = RDataVectors.ALL;

  static RData read(RRType type, byte[] rdata) throws WireFormatException {
    WireReader in = new WireReader(rdata);
    int fence = in.enterFence(rdata.length);
    RData data = RDataFormats.read(type, in);
    in.leaveFence(fence);
    return data;
  }

  static RData parse(RRType type, String text) throws TextFormatException {
    return RDataFormats.parse(type, TextReader.of(text, ORIGIN));
  }

  static byte[] write(RData data) {
    WireWriter out = WireWriter.uncompressed();
    data.write(out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @FieldSource("VECTORS")
  void wireGivesTextAndTheSameWire(Vector vector) throws Exception {
    RData data = read(vector.type(), vector.wire());

    assertThat(data.type()).isEqualTo(vector.type());
    assertThat(data).hasToString(vector.text());
    assertThat(write(data)).isEqualTo(vector.wire());
  }

  @ParameterizedTest
  @FieldSource("VECTORS")
  void textGivesWireAndTheSameText(Vector vector) throws Exception {
    RData data = parse(vector.type(), vector.text());

    assertThat(write(data)).isEqualTo(vector.wire());
    assertThat(data).hasToString(vector.text());
    assertThat(data).isEqualTo(read(vector.type(), vector.wire()));
    assertThat(data).hasSameHashCodeAs(read(vector.type(), vector.wire()));
  }

  @ParameterizedTest
  @FieldSource("VECTORS")
  void genericTextGivesTheTypedValue(Vector vector) throws Exception {
    UnknownRData generic = new UnknownRData(vector.type(), Octets.of(vector.wire()));

    RData data = parse(vector.type(), generic.toString().toLowerCase(Locale.ROOT));

    assertThat(data).isEqualTo(read(vector.type(), vector.wire()));
  }

  @ParameterizedTest
  @FieldSource("VECTORS")
  void everyWrongLengthIsConsumedExactlyOrRefused(Vector vector) throws Exception {
    int right = vector.wire().length;
    for (byte filler : new byte[] {0, 1, 'a', (byte) 0xC0, (byte) 0xFF}) {
      byte[] longer = Arrays.copyOf(vector.wire(), right + 8);
      Arrays.fill(longer, right, right + 8, filler);
      for (int length = 0; length <= right + 8; length++) {
        assertExactOrRefused(vector.type(), longer, length);
      }
    }
  }

  private static void assertExactOrRefused(RRType type, byte[] message, int length)
      throws WireFormatException {
    WireReader in = new WireReader(message);
    int fence = in.enterFence(length);
    try {
      RData data = RDataFormats.read(type, in);
      in.leaveFence(fence);
      assertThat(in.position()).isEqualTo(length);
      assertThat(data.type()).isEqualTo(type);
    } catch (WireFormatException e) {
      assertThat(e.offset()).isBetween(0, length);
    }
  }

  @ParameterizedTest
  @FieldSource("VECTORS")
  void whateverIsReadSurvivesBothForms(Vector vector) throws Exception {
    Random random = new Random(vector.text().hashCode());
    int accepted = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] mutated = mutate(vector.wire(), random);
      RData data;
      try {
        data = read(vector.type(), mutated);
      } catch (WireFormatException e) {
        assertThat(e.reason()).isNotBlank();
        continue;
      }
      accepted++;
      assertThat(read(vector.type(), write(data))).isEqualTo(data);
      assertThat(parse(vector.type(), data.toString())).isEqualTo(data);
    }
    assertThat(accepted).isPositive();
  }

  private static byte[] mutate(byte[] wire, Random random) {
    byte[] mutated = Arrays.copyOf(wire, Math.max(0, wire.length + random.nextInt(3) - 1));
    if (random.nextBoolean()) {
      mutated = wire.clone();
    }
    for (int i = random.nextInt(3); i > 0 && mutated.length > 0; i--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
    }
    return mutated;
  }

  @ParameterizedTest
  @CsvSource({"NS", "MD", "MF", "CNAME", "MB", "MG", "MR", "PTR", "DNAME"})
  void namesMayComeCompressed(String type) throws Exception {
    byte[] message = {1, 'a', 0, (byte) 0xC0, 0};
    WireReader in = new WireReader(message, 3, 5);

    RData data = RDataFormats.read(RRType.parse(type), in);

    assertThat(data).hasToString("a.");
    assertThat(in.hasRemaining()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "MINFO, C000 C000, a. a.",
    "RP, C000 C000, a. a.",
    "AFSDB, 0001 C000, 1 a.",
    "RT, 0001 C000, 1 a.",
    "PX, 0001 C000 C000, 1 a. a.",
    "SRV, 0001 0002 0003 C000, 1 2 3 a.",
    "NAPTR, 0001 0002 00 00 00 C000, '1 2 \"\" \"\" \"\" a.'",
    "SIG, 0001 05 02 00000E10 00000001 00000000 FFFF C000 00, "
        + "A 5 2 3600 19700101000001 19700101000000 65535 a. AA==",
    "NXT, C000 40, a. A",
    "KX, 0001 C000, 1 a."
  })
  void namesOfRfc3597MayComeCompressedToo(String type, String hex, String text) throws Exception {
    assertThat(RDataFormats.read(RRType.parse(type), behindName(hex))).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "NSAP-PTR, C000",
    "TALINK, 00 C000",
    "LP, 0001 C000",
    "A6, 80 C000",
    "IPSECKEY, 0A0302 C000"
  })
  void otherNamesMustNotComeCompressed(String type, String hex) {
    assertThatThrownBy(() -> RDataFormats.read(RRType.parse(type), behindName(hex)))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("compressed name where none is allowed");
  }

  /** The name {@code a.} at offset 0, and behind it the data. */
  private static WireReader behindName(String hex) {
    byte[] message = HexFormat.of().parseHex("016100" + hex.replace(" ", ""));
    return new WireReader(message, 3, message.length);
  }

  @ParameterizedTest
  @CsvSource({
    "NS, example.com., 2",
    "MD, example.com., 2",
    "MF, example.com., 2",
    "MB, example.com., 2",
    "MG, example.com., 2",
    "MR, example.com., 2",
    "MINFO, example.com. example.com., 4",
    "RP, example.com. example.com., 26",
    "AFSDB, 1 example.com., 15",
    "RT, 1 example.com., 15",
    "PX, 1 example.com. example.com., 28",
    "NAPTR, 1 2 x x x example.com., 23",
    "KX, 1 example.com., 15",
    "NSAP-PTR, example.com., 13",
    "SIG, A 5 2 3600 1 1 1 example.com. AA==, 32",
    "NXT, example.com. A, 14",
    "A6, 128 example.com., 14",
    "IPSECKEY, 10 3 0 example.com., 16",
    "TALINK, example.com. example.com., 26",
    "LP, 1 example.com., 15",
    "CNAME, example.com., 2",
    "PTR, example.com., 2",
    "MX, 1 example.com., 4",
    "SOA, example.com. example.com. 1 2 3 4 5, 24",
    "DNAME, example.com., 13",
    "SRV, 1 2 3 example.com., 19",
    "NSEC, example.com. A, 16"
  })
  void onlyTheTypesOfRfc1035AreCompressed(String type, String text, int octets) throws Exception {
    WireWriter out = new WireWriter();
    out.octets(new byte[12]); // a message has its header before all names
    out.compressibleName(ORIGIN);
    int start = out.position();

    parse(RRType.parse(type), text).write(out);

    assertThat(out.position() - start).isEqualTo(octets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A|1.2.3|1|expected an IPv4 address, not \"1.2.3\"",
        "A|1.2.3.4 5|9|expected the end of the record, not \"5\"",
        "A|''|1|expected an IPv4 address, not the end of the record",
        "AAAA|1.2.3.4|1|expected an IPv6 address",
        "MX|mail|1|expected a number in 0..65535",
        "MX|10|3|expected a domain name, not the end of the record",
        "SRV|1 2 65536 .|5|expected a number in 0..65535",
        "SOA|. . 1 2 3 4 x|13|expected a time such as 3600 or 1h",
        "TXT|''|1|expected a character string",
        "DS|1 2 3|5|expected a digest in hexadecimal",
        "DS|1 2 3 0|7|expected pairs of hexadecimal digits",
        "DNSKEY|256 3 8 ?|9|expected base64",
        "RRSIG|XYZ 5 3 1 1 1 1 . AA==|1|expected an RR type",
        "RRSIG|A 5 3 1 20190231000000 1 1 . AA==|9|expected a time as YYYYMMDDHHmmSS",
        "RRSIG|A 5 3 1 1 -1 1 . AA==|11|expected a number",
        "NSEC|a. A FOO|6|expected an RR type, not \"FOO\"",
        "NSEC3|1 0 0 0 00|7|expected a salt",
        "NSEC3|1 0 0 - 0|9|expected base32",
        "HINFO|PC|3|expected a character string",
        "NAPTR|1 2 u s|8|expected a character string of at most 255 octets, not the end",
        "SSHFP|1 1|3|expected a fingerprint in hexadecimal",
        "KEY|1 3 5 ?|7|expected base64",
        "NID|10 1:2:3|4|expected four groups of hexadecimal digits",
        "NID|10 1:2:3:4:5|4|expected four groups of hexadecimal digits",
        "L64|10 1::3:4|4|expected four groups of hexadecimal digits",
        "L64|10 1:2:3:45678|4|expected four groups of hexadecimal digits",
        "EUI48|00-00-5e-00-53|1|expected 6 pairs of hexadecimal digits",
        "EUI64|00-00-5e-00-53-2a|1|expected 8 pairs of hexadecimal digits",
        "EUI48|00:00:5e:00:53:2a|1|expected 6 pairs of hexadecimal digits",
        "NULL|x|1|expected \\# and the data of NULL in hexadecimal",
        "WKS|10.0.0.1 FOO|10|expected a protocol by its name or as a number in 0..255",
        "WKS|10.0.0.1 6 65536|12|expected a service by its name or as a number in 0..65535",
        "WKS|10.0.0.1 6 -1|12|expected a service",
        "ISDN|a b c|5|expected the end of the record",
        "NSAP|47|1|expected 0x and pairs of hexadecimal digits",
        "NSAP|0x|1|expected 0x and pairs of hexadecimal digits",
        "NSAP|0x4|1|expected 0x and pairs of hexadecimal digits",
        "NXT|a. TYPE128|4|expected types of numbers 1..127",
        "ATMA|+1a|1|expected pairs of hexadecimal digits, or + and decimal digits",
        "ATMA|+|1|expected pairs of hexadecimal digits, or + and decimal digits",
        "CERT|FOO 0 0 AA==|1|expected a certificate type by its name",
        "CERT|1 0 256 AA==|5|expected an algorithm by its name",
        "A6|129 .|1|expected a prefix length in 0..128",
        "A6|64 2001:db8::1 .|4|expected an address without bits in the prefix",
        "A6|64 ::1|7|expected a domain name",
        "APL|1:192.0.2.0|1|expected a prefix such as 1:192.0.2.0/24",
        "APL|1:192.0.2.0/33|1|expected a prefix",
        "APL|2:2001:db8::/129|1|expected a prefix",
        "APL|3:00/8|1|expected a prefix",
        "APL|!/8|1|expected a prefix",
        "IPSECKEY|10 4 2 . AA==|6|expected a gateway type in 0..3",
        "IPSECKEY|10 0 2 a. AA==|8|expected a dot for no gateway",
        "IPSECKEY|10 1 2 ::1 AA==|8|expected an IPv4 address",
        "LOC|91 N 0 E 0m|1|expected degrees, minutes and seconds up to 90 degrees, and N or S",
        "LOC|90 0 0.001 N 0 E 0m|12|expected degrees",
        "LOC|1 60 N 0 E 0m|3|expected degrees",
        "LOC|1 2 3 4 N 0 E 0m|7|expected degrees",
        "LOC|1 2 3.0001 N 0 E 0m|5|expected degrees",
        "LOC|1 N 181 E 0m|5|expected degrees, minutes and seconds up to 180 degrees, and E or W",
        "LOC|1 N 1 E|8|expected an altitude",
        "LOC|1 N 1 E -100000.01m|9|expected an altitude",
        "LOC|1 N 1 E 42849672.96m|9|expected an altitude",
        "LOC|1 N 1 E 0m 90000001m|12|expected metres such as 30m",
        "LOC|1 N 1 E 0m -1m|12|expected metres such as 30m",
        "NSEC3PARAM|1 0 0 0|7|expected a salt",
        "TLSA|3 1 1|5|expected a certificate association in hexadecimal",
        "HIP|2 '' AA==|3|expected a host identity tag of 1..255 octets in hexadecimal",
        "HIP|2 00|5|expected a public key in base64, not the end of the record",
        "DSYNC|CDS FOO 53 .|5|expected a number in 0..255",
        "URI|1 1 \"\"|5|expected a URI",
        "CAA|0 is-sue x|3|expected a tag of 1..255 letters and digits",
        "CAA|0 issue|8|expected a value, not the end of the record",
        "CAA|0 issue a b|11|expected the end of the record",
        "DOA|0 0 0 x|7|expected a digital object in base64",
        "AMTRELAY|10 2 0 .|4|expected 0 or 1, whether discovery is optional",
        "AMTRELAY|10 0 4 .|6|expected a gateway type in 0..3",
        "IPN|1.2.3|1|expected a node number",
        "IPN|18446744073709551616|1|expected a node number",
        "IPN|4294967296.0|1|expected a node number",
        "IPN|1.|1|expected a node number",
        "TSIG|a. 281474976710656 0 0 0 0 0|4|expected a number of 48 bits",
        "TSIG|a. 0 0 2 AA== 0 0 0|10|expected 2 octets in base64",
        "TKEY|a. 0 0 0 BADSEED 0 0|10|expected a number in 0..65535",
        "TYPE65280|0 issue x|1|expected \\# and the data of TYPE65280 in hexadecimal",
        "TYPE65280|\\# 2 00|6|expected 2 octets in hexadecimal, not 1",
        "TYPE65280|\\# 65536 00|4|expected a number in 0..65535",
        "A|\\# 5 0102030405|6|expected octets of A data (1 octets left over",
        "A|\\# 3 010203|6|expected octets of A data ("
      })
  void textErrorsNameColumnAndExpectation(String type, String text, int column, String message) {
    assertThatThrownBy(() -> parse(RRType.parse(type), text))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("column " + column + ": " + message);
  }

  @Test
  void relativeNamesAreCompletedByTheOrigin() throws Exception {
    assertThat(parse(RRType.MX, "10 mail")).hasToString("10 mail.example.com.");
    assertThat(parse(RRType.NS, "@")).hasToString("example.com.");
  }
}
