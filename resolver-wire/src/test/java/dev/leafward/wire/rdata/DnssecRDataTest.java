// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.name.DomainName;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnssecRDataTest {
  /** RFC 4034 section 5.4. */
  private static final String RFC_4034_KEY =
      "256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822a"
          + " J5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBa"
          + " MbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/r ljwvFw==";

  /** KSK-2017 of the root zone, as IANA publishes it. */
  private static final String ROOT_KEY =
      "257 3 8 AwEAAaz/tAm8yTn4Mfeh5eyI96WSVexTBAvkMgJzkKTOiW1vkIbzxeF3"
          + " +/4RgWOq7HrxRixHlFlExOLAJr5emLvN7SWXgnLh4+B5xQlNVz8Og8kv"
          + " ArMtNROxVQuCaSnIDdD5LKyWbRd2n9WGe2R8PzgCmr3EgVLrjyBxWezF"
          + " 0jLHwVN8efS3rCj/EWgvIWgb9tarpVUDK/b58Da+sqqls3eNbuv7pr+e"
          + " oZG+SrDK6nWeL3c6H5Apxz7LjVc1uTIdsIXxuOLYA4/ilBmSVIzuDWfd"
          + " RUfhHdY6+cn8HFRm+2hM8AnXGXws9555KrUB5qihylGa8subX2Nn6UwN R1AkUTV74bU=";

  /** RFC 4034 section 3.3. */
  private static final String RFC_4034_SIGNATURE =
      "A 5 3 86400 20030322173103 20030220173103 2642 example.com."
          + " oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTrPYGv07h108dUKGMeDPKi"
          + " jVCHX3DDKdfb+v6oB9wfuh3DTJXUAfI/M0zmO/zz8bW0Rznl8O3tGNaz"
          + " PwQKkRN20XPXV6nwwfoXmJQbsLNrLfkGJ5D6fwFm8nN+6pBzeDQfsS3A p3o=";

  private static DNSKEY key(String text) throws Exception {
    return (DNSKEY) RDataFormatsTest.parse(RRType.DNSKEY, text);
  }

  private static RRSIG signature(String text) throws Exception {
    return (RRSIG) RDataFormatsTest.parse(RRType.RRSIG, text);
  }

  @Test
  void keysPrintAsDigPrintsThem() throws Exception {
    assertThat(key(RFC_4034_KEY)).hasToString(RFC_4034_KEY);
    assertThat(key(ROOT_KEY)).hasToString(ROOT_KEY);
  }

  @Test
  void keyTagsAreThoseOfTheRfcAndOfIana() throws Exception {
    assertThat(key(RFC_4034_KEY).keyTag()).isEqualTo(60485);
    assertThat(key(ROOT_KEY).keyTag()).isEqualTo(20326);
  }

  @Test
  void keyTagOfRsaMd5IsTakenFromTheModulus() throws Exception {
    assertThat(key("256 3 1 AQID").keyTag()).isEqualTo(0x0102);
    assertThat(key("256 3 1 AQ==").keyTag()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "SHA-1, dskey.example.com., 2BB183AF5F22588179A53B0A98631FAD1A292118",
    "SHA-256, ., E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D"
  })
  void wireFormOfAKeyHashesToItsPublishedDigest(String digest, String owner, String hex)
      throws Exception {
    MessageDigest hash = MessageDigest.getInstance(digest);
    hash.update(DomainName.of(owner).toWire());
    hash.update(RDataFormatsTest.write(key(owner.equals(".") ? ROOT_KEY : RFC_4034_KEY)));

    assertThat(HexFormat.of().withUpperCase().formatHex(hash.digest())).isEqualTo(hex);
  }

  @Test
  void signatureOfTheRfcReadsAndPrints() throws Exception {
    RRSIG signature = signature(RFC_4034_SIGNATURE);

    assertThat(signature).hasToString(RFC_4034_SIGNATURE);
    assertThat(signature.typeCovered()).isEqualTo(RRType.A);
    assertThat(signature.expiration())
        .isEqualTo(Instant.parse("2003-03-22T17:31:03Z").getEpochSecond());
    assertThat(signature.inception())
        .isEqualTo(Instant.parse("2003-02-20T17:31:03Z").getEpochSecond());
    assertThat(signature.keyTag()).isEqualTo(2642);
    assertThat(signature.signature().length()).isEqualTo(128);
  }

  @ParameterizedTest
  @CsvSource({
    "1048354263, 1048354263",
    "0, 0",
    "4294967295, 4294967295",
    "20030322173103, 1048354263",
    "21060207062815, 4294967295",
    "21060207062816, 0",
    "19691231235959, 4294967295"
  })
  void timesAreDatesOrSecondsModulo32Bits(String text, long seconds) throws Exception {
    assertThat(signature("A 5 3 1 " + text + " 1 1 . AA==").expiration()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "20030220173102, false",
    "20030220173103, true",
    "20030322173103, true",
    "20030322173104, false"
  })
  void validityIncludesBothEnds(String time, boolean valid) throws Exception {
    assertThat(signature(RFC_4034_SIGNATURE).isWithinValidity(instant(time))).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "21060207062800, false",
    "21060207062810, true",
    "21060207062816, true",
    "21060207062830, true",
    "21060207062831, false"
  })
  void validityRunsAcrossTheWrapOf2106(String time, boolean valid) throws Exception {
    RRSIG signature = signature("A 5 3 1 21060207062830 21060207062810 1 . AA==");

    assertThat(signature.expiration()).isLessThan(signature.inception());
    assertThat(signature.isWithinValidity(instant(time))).isEqualTo(valid);
  }

  private static Instant instant(String time) {
    return Instant.parse(time.replaceFirst("(....)(..)(..)(..)(..)(..)", "$1-$2-$3T$4:$5:$6Z"));
  }

  /** RFC 5155 appendix A, in the letters and the order of types that it uses. */
  @Test
  void nsec3OfTheRfcReads() throws Exception {
    String text =
        "1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr MX DNSKEY NS SOA NSEC3PARAM RRSIG";

    NSEC3 nsec3 = (NSEC3) RDataFormatsTest.parse(RRType.NSEC3, text);

    assertThat(nsec3.flags()).isEqualTo(NSEC3.OPT_OUT);
    assertThat(nsec3.iterations()).isEqualTo(12);
    assertThat(nsec3.salt()).isEqualTo(Octets.ofHex("aabbccdd"));
    assertThat(nsec3.nextHashedOwner().length()).isEqualTo(20);
    assertThat(nsec3.types().contains(RRType.NSEC3PARAM)).isTrue();
    assertThat(nsec3.toString().toUpperCase(Locale.ROOT))
        .endsWith("2T7B4G4VSA5SMI47K61MV5BV1A22BOJR NS SOA MX RRSIG DNSKEY NSEC3PARAM");
  }
}
