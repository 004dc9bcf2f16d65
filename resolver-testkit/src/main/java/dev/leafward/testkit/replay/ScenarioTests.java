// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenarios as tests of JUnit, one each.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> scenarios() throws IOException {
 *   return ScenarioTests.of(Path.of("src/test/resources/scenarios"));
 * }
 * }</pre>
 */
public final class ScenarioTests {

  private ScenarioTests() {}

  /**
   * A test for each scenario at the paths, see {@link ScenarioFiles#at}.
   *
   * @throws IOException if a path is not there, or a folder cannot be read
   */
  public static Stream<DynamicTest> of(Path... paths) throws IOException {
    ScenarioRunner runner = new ScenarioRunner();
    return ScenarioFiles.at(List.of(paths)).stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> judge(runner.run(file))));
  }

  private static void judge(ScenarioResult result) {
    switch (result.verdict()) {
      case Verdict.Passed passed -> {}
      case Verdict.Failed failed ->
          Assertions.fail(result.line() + "\n" + String.join("\n", result.log()));
      case Verdict.Skipped skipped -> Assumptions.abort(result.line());
    }
  }
}
