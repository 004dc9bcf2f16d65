// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumptionTest {
  @TempDir private Path folder;

  @Test
  void countsWholeLinesAndTakesTheBrokenOneAway() throws IOException {
    Path output = Files.writeString(folder.resolve("out"), "a\nb\nhalf a li");

    assertThat(Resumption.entriesIn(output)).isEqualTo(2);
    assertThat(output).hasContent("a\nb\n");
  }

  @Test
  void countsAcrossBlocks() throws IOException {
    Path output = Files.writeString(folder.resolve("out"), "0123456789\n".repeat(20_000) + "x");

    assertThat(Resumption.entriesIn(output)).isEqualTo(20_000);
    assertThat(Files.size(output)).isEqualTo(220_000);
  }

  @Test
  void whatIsNotThereHoldsNothing() throws IOException {
    assertThat(Resumption.entriesIn(folder.resolve("out"))).isZero();
  }
}
