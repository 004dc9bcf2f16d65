// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leafward.testkit.replay.ConformanceFolder;
import dev.leafward.wire.io.TextFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads every scenario of Unbound and Deckard, where a checkout has them beside it. */
class GivenScenariosTest {

  @Test
  void everyFileIsReadInItsDialect() throws Exception {
    Optional<Path> folder = ConformanceFolder.find();
    assumeThat(folder).as("a folder shared/conformance above this one").isPresent();
    List<String> wrong = new ArrayList<>();
    List<Path> files = ConformanceFolder.scenarios(folder.orElseThrow());
    for (Path file : files) {
      Dialect suite =
          file.startsWith(folder.get().resolve("deckard")) ? Dialect.DECKARD : Dialect.UNBOUND;
      try {
        Scenario read =
            Scenario.parse(
                file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        if (read.dialect() != suite) {
          wrong.add(file + ": read as " + read.dialect());
        }
        if (read.steps().isEmpty()) {
          wrong.add(file + ": without a step");
        }
      } catch (TextFormatException e) {
        wrong.add(e.getMessage());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(files).hasSizeGreaterThan(400);
  }
}
