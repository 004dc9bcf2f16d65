// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seeds that every build plays, and those that once broke a rule. */
class SimulationTest {

  private static String run(int expectedStatus, String... arguments) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8);
    int status = SimulationCommand.run(out, arguments);
    String text = octets.toString(StandardCharsets.UTF_8);
    assertThat(status).as(text).isEqualTo(expectedStatus);
    return text;
  }

  @Test
  @DisplayName("rows 1, 2, 3: 2,000 worlds break no rule, those on sends, octets and time included")
  void twoThousandSeedsBreakNoRule() {
    assertThat(run(0, "--from", "0", "--seeds", "2000"))
        .contains("2000 seeds, 0 of them with violations");
  }

  @ParameterizedTest(name = "seed {0}: {1}")
  @DisplayName("a seed that once broke a rule")
  @CsvSource({
    "1527, a zone denied its own DS in the place of its parent",
    "65484, the end of a chain was denied in the place of a name below a DNAME on the way",
    "600428, a late truncated reply was counted as a third message and TCP left untried",
    "555727, a server that had had its share of messages before it was asked broke the lookup",
    "99044, name servers went on being looked up when too many octets had been received already",
    "3976, an alias in the place of a DS record was kept of the top of a zone with another route",
  })
  void staysMended(long seed, String what) {
    assertThat(Simulation.twice(seed).violations()).as(what).isEmpty();
  }

  @Test
  void explainsASeed() {
    assertThat(run(0, "--seed", "864", "--explain"))
        .contains("seed 864", "zone . at", "round:", "server 185.1.0.5 C14");
  }

  @Test
  void saysHowItIsCalled() {
    assertThat(run(2, "--sedes", "3")).contains("unknown: --sedes", "usage:");
    assertThat(run(2, "--seeds")).contains("--seeds needs a number");
    assertThat(run(2, "--seeds", "many")).contains("--seeds needs a number");
  }
}
