// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import java.util.List;

/** What a scenario came to. */
public sealed interface Verdict {

  /**
   * Every step went as the scenario says.
   *
   * @param notes what was left out of the comparison; empty as a rule
   */
  record Passed(List<String> notes) implements Verdict {
    /** Copies the list. */
    public Passed {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Something went otherwise, or the scenario could not be read.
   *
   * @param where the step, or the place in the file
   * @param difference what was expected, and what came
   */
  record Failed(String where, String difference) implements Verdict {}

  /**
   * The scenario needs something that the resolver, or this runner, does not have.
   *
   * @param feature what it needs
   */
  record Skipped(String feature) implements Verdict {}
}
