// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a\u001b[31mb|a\\027[31mb",
        "'a\r\nb\tc'|a\\013\\010b\\009c",
        "\u007f\u009b|\\127\\194\\155",
        "fa\u00df \u202e|fa\\195\\159 \\226\\128\\174",
        "\ud83d\ude00 \ud83d|\\240\\159\\152\\128 ?",
      })
  void whatIsNotPrintableAsciiIsEscapedByOctets(String text, String printed) {
    assertThat(Printable.of(text)).isEqualTo(printed);
  }

  @Test
  void printableAsciiStaysAsItIs() {
    StringBuilder ascii = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      ascii.append(c);
    }

    assertThat(Printable.of(ascii.toString())).isEqualTo(ascii.toString());
  }
}
