// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class EdnsOptionFormatsTest {
  private static final DomainName EXAMPLE = DomainName.of("example.com.");
  private static final String EXAMPLE_HEX = "07 6578616d706c65 03 636f6d 00";
  private static final Octets CLIENT_COOKIE = octets("a365eafa37bd64c6");

  /** Where dig 9.18.49 knows the option, the text is what it printed. */
  static final List<Vector> VECTORS =
      List.of(
          new Vector(
              new LongLivedQuery(1, 1, 0, 72623859790382856L, 3600),
              "0001 0001 0000 0102030405060708 00000e10",
              "LLQ: Version: 1, Opcode: 1, Error: 0, Identifier: 72623859790382856, Lifetime:"
                  + " 3600"),
          new Vector(
              new LongLivedQuery(1, 1, 0, -1, 4294967295L),
              "0001 0001 0000 ffffffffffffffff ffffffff",
              "LLQ: Version: 1, Opcode: 1, Error: 0, Identifier: 18446744073709551615,"
                  + " Lifetime: 4294967295"),
          new Vector(UpdateLease.ofSeconds(3600), "00000e10", "UL: 3600"),
          new Vector(UpdateLease.ofSeconds(3600, 604800), "00000e10 00093a80", "UL: 3600 604800"),
          new Vector(ServerIdentifier.REQUEST, "", "NSID:"),
          new Vector(new ServerIdentifier(octets("6162")), "6162", "NSID: 61 62 (\"ab\")"),
          new Vector(
              AlgorithmsUnderstood.of(AlgorithmsUnderstood.DAU, 8, 13, 15),
              "080d0f",
              "DAU: 8 13 15"),
          new Vector(
              AlgorithmsUnderstood.of(AlgorithmsUnderstood.DHU, 2, 255), "02ff", "DHU: 2 255"),
          new Vector(AlgorithmsUnderstood.of(AlgorithmsUnderstood.N3U), "", "N3U:"),
          new Vector(
              new ClientSubnet(ClientSubnet.IPV4, 24, 16, octets("0a0b0c")),
              "0001 18 10 0a0b0c",
              "CLIENT-SUBNET: 10.11.12.0/24/16"),
          new Vector(
              new ClientSubnet(ClientSubnet.IPV4, 25, 16, octets("0a0b0c80")),
              "0001 19 10 0a0b0c80",
              "CLIENT-SUBNET: 10.11.12.128/25/16"),
          new Vector(
              new ClientSubnet(ClientSubnet.IPV4, 0, 0, Octets.EMPTY),
              "0001 00 00",
              "CLIENT-SUBNET: 0.0.0.0/0/0"),
          new Vector(
              new ClientSubnet(ClientSubnet.IPV6, 32, 0, octets("20010db8")),
              "0002 20 00 20010db8",
              "CLIENT-SUBNET: 2001:db8::/32/0"),
          new Vector(
              new ClientSubnet(ClientSubnet.NONE, 0, 0, Octets.EMPTY),
              "0000 00 00",
              "CLIENT-SUBNET: 0/0/0"),
          new Vector(Expire.REQUEST, "", "EXPIRE:"),
          new Vector(Expire.ofSeconds(0), "00000000", "EXPIRE: 0 (0 seconds)"),
          new Vector(Expire.ofSeconds(86400), "00015180", "EXPIRE: 86400 (1 day)"),
          new Vector(
              Expire.ofSeconds(1234567),
              "0012d687",
              "EXPIRE: 1234567 (2 weeks 6 hours 56 minutes 7 seconds)"),
          new Vector(
              Cookie.ofClient(CLIENT_COOKIE), "a365eafa37bd64c6", "COOKIE: a365eafa37bd64c6"),
          new Vector(
              new Cookie(CLIENT_COOKIE, octets("01000000000000001122334455667788")),
              "a365eafa37bd64c6 01000000000000001122334455667788",
              "COOKIE: a365eafa37bd64c601000000000000001122334455667788"),
          new Vector(TcpKeepalive.REQUEST, "", "TCP KEEPALIVE:"),
          new Vector(
              TcpKeepalive.of(Duration.ofMillis(10_350)), "0067", "TCP KEEPALIVE: 10.3 secs"),
          new Vector(Padding.ofLength(0), "", "PAD:"),
          new Vector(Padding.ofLength(2), "0000", "PAD: (2 bytes)"),
          new Vector(new Padding(octets("01")), "01", "PAD: (1 bytes)"),
          new Vector(new Chain(EXAMPLE), EXAMPLE_HEX, "CHAIN: example.com."),
          new Vector(KeyTags.of(20326), "4f66", "KEY-TAG: 20326"),
          new Vector(KeyTags.of(20326, 38696), "4f66 9728", "KEY-TAG: 20326, 38696"),
          new Vector(
              ExtendedError.of(ExtendedErrorCode.NO_REACHABLE_AUTHORITY, "ABC"),
              "0016 414243",
              "EDE: 22 (No Reachable Authority): (ABC)"),
          new Vector(ExtendedError.of(ExtendedErrorCode.OTHER), "0000", "EDE: 0 (Other)"),
          new Vector(
              ExtendedError.of(ExtendedErrorCode.of(4000), "\u001b["),
              "0fa0 1b5b",
              "EDE: 4000: (.[)"),
          new Vector(new ClientTag(258), "0102", "CLIENT-TAG: 258"),
          new Vector(new ServerTag(65535), "ffff", "SERVER-TAG: 65535"),
          new Vector(new ReportChannel(EXAMPLE), EXAMPLE_HEX, "REPORT-CHANNEL: example.com."),
          new Vector(ZoneVersion.REQUEST, "", "ZONEVERSION:"),
          new Vector(
              ZoneVersion.of(new ZoneVersion.Version(2, 0, octets("78595894"))),
              "0200 78595894",
              "ZONEVERSION: 2 labels, SOA-SERIAL 2019121300"),
          new Vector(
              ZoneVersion.of(new ZoneVersion.Version(2, 240, octets("7859"))),
              "02f0 7859",
              "ZONEVERSION: 2 labels, type 240 78 59 (\"xY\")"),
          new Vector(
              new UnknownOption(65001, octets("0102ff41")),
              "0102ff41",
              "OPT=65001: 01 02 ff 41 (\"...A\")"));

  /** One option in its three forms. */
  record Vector(EdnsOption option, String hex, String text) {}

  private static Octets octets(String hex) {
    return Octets.ofHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @FieldSource("VECTORS")
  void optionsAreReadWrittenAndPrinted(Vector vector) {
    EdnsOption option = vector.option();

    assertThat(EdnsOptionFormats.read(option.code(), octets(vector.hex())))
        .isEqualTo(option)
        .hasSameHashCodeAs(option);
    assertThat(option.payload()).isEqualTo(octets(vector.hex()));
    assertThat(option).hasToString(vector.text());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "1, ''", // LLQ cut short
        "1, 000100010000010203040506070800000e1000", // LLQ with an octet too many
        "2, 000102",
        "2, 00000e1000",
        "8, 0001",
        "8, 00000001", // a scope without an address
        "8, 0000200001",
        "8, 0001181000", // address shorter than the source prefix
        "8, 000118100a0b0cff", // and longer
        "8, 000119100a0b0c81", // a bit behind the source prefix
        "8, 0001210001020304 00",
        "8, 0001082100", // scope of 33 bits
        "8, 0003080001", // an unknown address family
        "9, 0001",
        "10, a365",
        "10, 00010203040506",
        "10, 000102030405060708", // a server cookie of one octet
        "10, 00010203040506070001020304050607000102030405060700010203040506070001020304050607"
            + "08",
        "11, 00",
        "11, 000000",
        "13, ''",
        "13, c000", // a pointer has nothing to point to
        "13, 0000",
        "14, ''",
        "14, 4f",
        "15, 00",
        "16, 01",
        "17, ''",
        "18, 01",
        "18, 0161c000",
        "19, 02",
        "19, 0200785958", // a serial of three octets
      })
  void malformedDataAreKeptAsOctets(int code, String hex) {
    Octets payload = octets(hex);

    assertThat(EdnsOptionFormats.read(code, payload)).isEqualTo(new UnknownOption(code, payload));
  }

  @Test
  void everyPayloadIsWrittenAsItWasRead() {
    Random random = new Random(8914);
    for (int i = 0; i < 100_000; i++) {
      byte[] octets = new byte[random.nextInt(24)];
      random.nextBytes(octets);
      if (octets.length > 2) {
        octets[0] = (byte) random.nextInt(3);
      }
      Octets payload = Octets.of(octets);
      int code = random.nextInt(22);
      EdnsOption option = EdnsOptionFormats.read(code, payload);

      assertThat(option.code()).isEqualTo(code);
      assertThat(option.payload()).isEqualTo(payload);
      assertThat(option.toString()).isNotEmpty().matches("\\p{Print}+");
    }
  }

  @Test
  void clientSubnetsDropWhatIsBehindThePrefix() throws UnknownHostException {
    InetAddress v4 = InetAddress.getByAddress(new byte[] {10, 11, 12, (byte) 255});

    assertThat(ClientSubnet.of(v4, 26))
        .isEqualTo(new ClientSubnet(ClientSubnet.IPV4, 26, 0, octets("0a0b0cc0")));
    assertThat(ClientSubnet.of(v4, 0).address()).isEqualTo(Octets.EMPTY);
    assertThat(ClientSubnet.of(InetAddress.getByAddress(new byte[16]), 56))
        .hasToString("CLIENT-SUBNET: ::/56/0");
    assertThatIllegalArgumentException().isThrownBy(() -> ClientSubnet.of(v4, 33));
  }

  @Test
  void extraTextIsUtf8WithoutItsNull() {
    Octets octets = Octets.of("gr\u00fcn\0".getBytes(StandardCharsets.UTF_8));

    assertThat(new ExtendedError(ExtendedErrorCode.FILTERED, octets).text()).isEqualTo("gr\u00fcn");
    assertThat(new ExtendedError(ExtendedErrorCode.FILTERED, octets("ff")).text())
        .isEqualTo("\ufffd");
  }

  @Test
  void errorCodesAreAnOpenSet() {
    assertThat(ExtendedErrorCode.of(6)).isSameAs(ExtendedErrorCode.DNSSEC_BOGUS);
    assertThat(ExtendedErrorCode.DNSSEC_BOGUS).hasToString("6 (DNSSEC Bogus)");
    assertThat(ExtendedErrorCode.of(30)).isEqualTo(ExtendedErrorCode.INVALID_QUERY_TYPE);
    assertThat(ExtendedErrorCode.of(35)).isEqualTo(ExtendedErrorCode.BLOCKED_BY_UPSTREAM);
    assertThat(ExtendedErrorCode.of(49152))
        .isEqualTo(ExtendedErrorCode.of(49152))
        .hasToString("49152");
    assertThat(ExtendedErrorCode.of(49152).description()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> ExtendedErrorCode.of(65536));
  }

  @Test
  void timesOfResponsesAreThereAndThoseOfQueriesAreNot() {
    assertThat(TcpKeepalive.of(Duration.ofSeconds(30)).timeout()).contains(Duration.ofSeconds(30));
    assertThat(TcpKeepalive.REQUEST.timeout()).isEmpty();
    assertThat(Expire.ofSeconds(7).seconds()).hasValue(7);
    assertThat(Expire.REQUEST.seconds()).isEmpty();
    assertThat(UpdateLease.ofSeconds(1, 2).leaseSeconds()).isEqualTo(1);
    assertThat(UpdateLease.ofSeconds(1, 2).keyLeaseSeconds()).hasValue(2);
    assertThat(UpdateLease.ofSeconds(1).keyLeaseSeconds()).isEmpty();
    assertThat(ZoneVersion.REQUEST.version()).isEmpty();
  }

  @Test
  void listsOfNumbersAreReadNumberByNumber() {
    assertThat(KeyTags.of(20326, 65535).tags()).containsExactly(20326, 65535);
    assertThat(AlgorithmsUnderstood.of(AlgorithmsUnderstood.DAU, 8, 255).understands(255)).isTrue();
    assertThat(AlgorithmsUnderstood.of(AlgorithmsUnderstood.DAU, 8).understands(13)).isFalse();
  }

  @Test
  void valuesThatCannotBeWrittenAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Cookie(CLIENT_COOKIE, octets("01")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientSubnet(ClientSubnet.IPV4, 24, 0, octets("0a0b")));
    assertThatIllegalArgumentException().isThrownBy(KeyTags::of);
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyTags(octets("4f")));
    assertThatIllegalArgumentException().isThrownBy(() -> KeyTags.of(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> AlgorithmsUnderstood.of(8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TcpKeepalive.of(Duration.ofSeconds(6554)));
    assertThatIllegalArgumentException().isThrownBy(() -> Expire.ofSeconds(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ZoneVersion.Version(2, 0, octets("01")));
  }
}
