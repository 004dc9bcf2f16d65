// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * This project's own scenarios: for each attack and each fault that one can show, what is sent to
 * the resolver, and what its client must see. The table of {@code docs/conformance.md} has them by
 * row.
 */
class OwnScenariosTest {

  private static Path folder() throws URISyntaxException {
    return Path.of(OwnScenariosTest.class.getResource("scenarios").toURI());
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    return ScenarioFiles.at(List.of(folder()));
  }

  private static String row(Path file) {
    return file.getFileName().toString().split("-", 2)[0].toUpperCase(Locale.ROOT);
  }

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException, URISyntaxException {
    return ScenarioTests.of(folder());
  }

  @Test
  void eachSaysOfWhichRowItIs() throws IOException, URISyntaxException {
    for (Path file : files()) {
      assertThat(Files.readAllLines(file).get(1)).startsWith("; " + row(file) + ": ");
    }
  }

  @Test
  void theTableHasEachInItsRow() throws IOException, URISyntaxException {
    Path page =
        Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
            .map(up -> up.resolve("docs/conformance.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    List<String> lines = Files.readAllLines(page);

    assertThat(files())
        .isNotEmpty()
        .allSatisfy(file -> {
          String name = file.getFileName().toString().replace(".rpl", "");
          assertThat(lines)
              .anyMatch(line -> line.startsWith("| " + row(file) + " |") && line.contains(name));
        });
  }
}
