// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PrintableTextTest {

  @Test
  @DisplayName("H7: what is looked up cannot write to a terminal or forge a line of a log")
  void escapesWhatIsNoPrintableAscii() {
    assertThat(PrintableText.name("a\r\n\u001b[31m b\u00e9\u202e"))
        .isEqualTo("a\\013\\010\\027[31m\\032b\\195\\169\\226\\128\\174");
  }

  @Test
  void keepsTheSpacesOfSentences() {
    assertThat(PrintableText.line("no such\thost")).isEqualTo("no such\\009host");
  }

  @Test
  void cutsOffWhatIsTooLong() {
    assertThat(PrintableText.name("x".repeat(100_000))).hasSize(1003).endsWith("x...");
  }
}
