// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.io.TextFormatException;
import java.util.List;

/**
 * A script for one resolver: how it is configured, who answers its queries with what, and what a
 * client asks and expects, step by step.
 *
 * @param source the name of the file
 * @param dialect whose rules it is run by
 * @param title what the file says that it is about
 * @param config the configuration part
 * @param ranges the servers, in the order of the file
 * @param steps the steps, in the order of the file
 */
public record Scenario(
    String source,
    Dialect dialect,
    String title,
    ScenarioConfig config,
    List<ServerRange> ranges,
    List<ScenarioStep> steps) {

  /** Copies the lists. */
  public Scenario {
    ranges = List.copyOf(ranges);
    steps = List.copyOf(steps);
  }

  /**
   * Reads a scenario in whichever dialect it is written.
   *
   * @param source the name of the text, for complaints
   * @throws TextFormatException if it is none, with file, line and column
   */
  public static Scenario parse(String source, String text) throws TextFormatException {
    return parse(source, text, Dialect.of(text.lines().toList()));
  }

  /**
   * Reads a scenario of a dialect.
   *
   * @param source the name of the text, for complaints
   * @throws TextFormatException if it is none, with file, line and column
   */
  public static Scenario parse(String source, String text, Dialect dialect)
      throws TextFormatException {
    try {
      return new ScenarioReader(new LineCursor(text), dialect).read(source);
    } catch (TextFormatException e) {
      throw e.withSource(source);
    }
  }
}
