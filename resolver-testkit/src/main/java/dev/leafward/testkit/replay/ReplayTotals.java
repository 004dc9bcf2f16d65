// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

/** Counts what scenarios came to. Not safe for use by several threads. */
public final class ReplayTotals {

  private int passed;
  private int failed;
  private int skipped;

  /** Nothing yet. */
  public ReplayTotals() {}

  /** Counts a scenario. */
  public void add(ScenarioResult result) {
    switch (result.verdict()) {
      case Verdict.Passed verdict -> passed++;
      case Verdict.Failed verdict -> failed++;
      case Verdict.Skipped verdict -> skipped++;
    }
  }

  /** How many passed. */
  public int passed() {
    return passed;
  }

  /** How many failed. */
  public int failed() {
    return failed;
  }

  /** How many were skipped. */
  public int skipped() {
    return skipped;
  }

  /** One line: {@code 12 passed, 0 failed, 1 skipped}. */
  public String line() {
    return passed + " passed, " + failed + " failed, " + skipped + " skipped";
  }
}
