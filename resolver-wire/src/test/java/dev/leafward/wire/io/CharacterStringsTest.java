// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterStringsTest {
  @Test
  void everyOctetSurvivesQuotingAndUnescaping() {
    byte[] octets = new byte[256];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) i;
    }

    String quoted = CharacterStrings.quote(octets);

    assertThat(quoted).startsWith("\"\\000\\001").endsWith("\\254\\255\"").matches("[ -~]+");
    assertThat(CharacterStrings.unescape(quoted.substring(1, quoted.length() - 1)))
        .isEqualTo(octets);
  }

  @Test
  void quotesAsDigDoes() {
    byte[] octets = "a\"b\\c; (d) @".getBytes(StandardCharsets.US_ASCII);

    assertThat(CharacterStrings.quote(octets)).isEqualTo("\"a\\\"b\\\\c; (d) @\"");
  }

  @Test
  void charactersBeyondAsciiAreTheirUtf8Octets() {
    assertThat(CharacterStrings.unescape("\u00e4\\\u20ac"))
        .isEqualTo("\u00e4\u20ac".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\", "\\1", "\\12", "\\1a2", "\\256", "\\999"})
  void refusesBrokenEscapes(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CharacterStrings.unescape(text));
  }
}
