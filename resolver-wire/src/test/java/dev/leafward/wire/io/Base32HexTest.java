// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32HexTest {
  /** RFC 4648 section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, CO",
    "fo, CPNG",
    "foo, CPNMU",
    "foob, CPNMUOG",
    "fooba, CPNMUOJ1",
    "foobar, CPNMUOJ1E8"
  })
  void readsAndWritesTheVectorsOfTheRfc(String plain, String encoded) {
    byte[] octets = plain.getBytes(StandardCharsets.US_ASCII);

    assertThat(Base32Hex.encode(octets)).isEqualTo(encoded);
    assertThat(Base32Hex.decode(encoded)).isEqualTo(octets);
    assertThat(Base32Hex.decode(encoded.toLowerCase(Locale.ROOT))).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W0", "C", "CPN", "CPNMUO", "CO======", "CP", "C O"})
  void refusesAllElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Base32Hex.decode(text));
  }
}
