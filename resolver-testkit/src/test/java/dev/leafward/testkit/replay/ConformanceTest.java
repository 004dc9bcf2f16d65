// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The scenarios of Unbound and Deckard that concern iteration, cache and routes, where a checkout
 * has them beside it: exactly those fail that {@code docs/conformance.md} explains, and none is
 * skipped.
 */
class ConformanceTest {

  private static final Set<String> GROUPS =
      Set.of(
          "iterate",
          "iterate-delegation",
          "iterate-lame",
          "scrub",
          "ghost-and-limits",
          "qmin",
          "forward-stub",
          "cache-ttl",
          "serve-stale",
          "local-data",
          "real-world",
          "prefetch");

  private static Path folder = Path.of("");

  @BeforeAll
  static void findTheScenarios() {
    assumeThat(ConformanceFolder.find()).as("a folder shared/conformance above").isPresent();
    folder = ConformanceFolder.find().orElseThrow();
  }

  /** The files of the groups, as suite and name. */
  private static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("index.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (GROUPS.contains(fields[2])) {
        files.add(fields[0] + "/" + fields[1]);
      }
    }
    return files;
  }

  /** The files in the table of explained failures. */
  private static List<String> explained() throws IOException {
    Path page =
        Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
            .map(up -> up.resolve("docs/conformance.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    return Files.readAllLines(page).stream()
        .filter(line -> line.matches("\\| (unbound|deckard)/.*"))
        .map(line -> line.split("\\|", -1)[1].strip())
        .sorted()
        .toList();
  }

  @Test
  void exactlyTheExplainedScenariosFail() throws IOException {
    ScenarioRunner runner = new ScenarioRunner();
    TreeMap<String, String> failed = new TreeMap<>();
    List<String> skipped = new ArrayList<>();
    for (String file : files()) {
      ScenarioResult result = runner.run(folder.resolve(file));
      switch (result.verdict()) {
        case Verdict.Passed passed -> {}
        case Verdict.Failed verdict -> failed.put(file, result.line());
        case Verdict.Skipped verdict -> skipped.add(result.line());
      }
    }

    assertThat(failed.keySet())
        .as(() -> String.join("\n", failed.values()))
        .containsExactlyElementsOf(explained());
    assertThat(skipped).isEmpty();
  }

  @Test
  void theGroupsAreThere() throws IOException {
    assertThat(files()).hasSize(166);
  }
}
