// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import java.util.List;

/**
 * What a scenario came to, and how.
 *
 * @param name the name of its file
 * @param verdict what it came to
 * @param log the exchanges with the scenario's servers and clients, a line each
 */
public record ScenarioResult(String name, Verdict verdict, List<String> log) {

  /** Copies the list. */
  public ScenarioResult {
    log = List.copyOf(log);
  }

  /** One line: {@code ok}, {@code not ok} or {@code skip}, the name, and the reason. */
  public String line() {
    return switch (verdict) {
      case Verdict.Passed passed ->
          "ok      " + name + (passed.notes().isEmpty() ? "" : "  (" + notes(passed) + ")");
      case Verdict.Failed failed ->
          "not ok  " + name + "  " + failed.where() + ": " + failed.difference();
      case Verdict.Skipped skipped -> "skip    " + name + "  needs " + skipped.feature();
    };
  }

  private static String notes(Verdict.Passed passed) {
    return String.join("; ", passed.notes());
  }
}
