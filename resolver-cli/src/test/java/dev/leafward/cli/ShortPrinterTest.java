// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortPrinterTest {

  @Test
  void printsTheDataOfAliasesAndRecords() {
    assertThat(print(Samples.report(Samples.found(), "+short")))
        .isEqualTo(
            """
            web.example.net.
            192.0.2.1
            192.0.2.2
            """);
  }

  @Test
  void printsNothingForADenialOrAFailure() {
    assertThat(print(Samples.report(Samples.noSuchName(), "+short"))).isEmpty();
    assertThat(print(Samples.failure(Samples.noServer(true), Samples.way(), "+short"))).isEmpty();
  }

  @Test
  void printsNothingWhereTheAnswerIsSwitchedOff() {
    assertThat(print(Samples.report(Samples.found(), "+short", "+noall"))).isEmpty();
    assertThat(print(Samples.report(Samples.found(), "+noall", "+short"))).isNotEmpty();
  }

  private static String print(Report report) {
    Capture out = new Capture();
    new ShortPrinter(out.stream()).print(report);
    return out.text();
  }
}
