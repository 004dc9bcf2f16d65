// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.rdata.CharacterString;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final FakeResolver resolver = new FakeResolver();

  @Test
  void stringsAreJoinedWithoutAnythingBetween() throws Exception {
    resolver.with(
        "example. 60 TXT \"v=spf1 .... first\" \"second string...\"", "example. 60 TXT \"a=b\"");

    assertThat(Texts.of(resolver.resolve("example", RRType.TXT)))
        .containsExactlyInAnyOrder("v=spf1 .... firstsecond string...", "a=b");
  }

  @Test
  void characterMayStandAcrossTwoStrings() {
    TXT record =
        new TXT(
            List.of(
                CharacterString.of(new byte[] {'a', (byte) 0xC3}),
                CharacterString.of(new byte[] {(byte) 0xA9, 'b'})));

    assertThat(Texts.joined(record)).isEqualTo("a\u00E9b");
  }

  @Test
  void octetsThatAreNoTextAreReplaced() {
    TXT record = new TXT(List.of(CharacterString.of(new byte[] {'a', (byte) 0xE9})));

    assertThat(Texts.joined(record)).isEqualTo("a\uFFFD");
  }

  @Test
  void noRecordsAreNoTexts() throws Exception {
    resolver.withName("empty.example").with("example. 60 A 192.0.2.1");

    assertThat(Texts.of(resolver.resolve("empty.example", RRType.TXT))).isEmpty();
    assertThat(Texts.of(resolver.resolve("nosuch.example", RRType.TXT))).isEmpty();
    assertThat(Texts.of(resolver.resolve("example", RRType.A))).isEmpty();
  }
}
