// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final String SCENARIO =
      """
      stub-addr: 192.0.2.1
      query-minimization: off
      CONFIG_END
      SCENARIO_BEGIN the root knows it all
      RANGE_BEGIN 0 100
        ADDRESS 192.0.2.1
      ENTRY_BEGIN
      MATCH opcode qtype qname
      ADJUST copy_id
      REPLY QR AA NOERROR
      SECTION QUESTION
      www.example. IN A
      SECTION ANSWER
      www.example. 60 IN A 198.51.100.7
      ENTRY_END
      RANGE_END
      STEP 1 QUERY
      ENTRY_BEGIN
      REPLY RD
      SECTION QUESTION
      www.example. IN A
      ENTRY_END
      STEP 2 CHECK_ANSWER
      ENTRY_BEGIN
      MATCH all
      REPLY QR RD RA NOERROR
      SECTION QUESTION
      www.example. IN A
      SECTION ANSWER
      www.example. 60 IN A %s
      ENTRY_END
      SCENARIO_END
      """;

  private final Capture out = new Capture();
  private final Capture err = new Capture();
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private ExitStatus replay(Object... arguments) {
    List<String> words =
        Stream.concat(Stream.of("replay"), Stream.of(arguments).map(Object::toString)).toList();
    return Main.run(
        words,
        out.stream(),
        err.stream(),
        world -> {
          throw new IOException("nothing is resolved here");
        });
  }

  @Test
  void writesALineForEachScenarioAndCountsThem() throws IOException {
    Path good = file("a/good.rpl", SCENARIO.formatted("198.51.100.7"));
    Path bad = file("b/bad.crpl", SCENARIO.formatted("198.51.100.8"));
    Path odd = file("c/odd.rpl", "SCENARIO_BEGIN x\nSTEP 1 DANCE\nSCENARIO_END\n");
    Path poor =
        file("d/poor.rpl", "features: dns64_prefix = 64:ff9b::/96\nSCENARIO_BEGIN x\nSCENARIO_END");
    file("ignored.txt", "not a scenario");

    assertThat(replay(folder)).isEqualTo(ExitStatus.FAILED);
    assertThat(out.text().lines())
        .containsExactly(
            "ok      " + good,
            "not ok  "
                + bad
                + "  step 2 CHECK_ANSWER: answer: lacks www.example. IN A 198.51.100.8; answer: has"
                + " the unexpected www.example. IN A 198.51.100.7",
            "not ok  " + odd + "  2:8: expected a kind of step, not \"DANCE\"",
            "skip    " + poor + "  needs the feature dns64_prefix",
            "1 passed, 2 failed, 1 skipped");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void showsTheExchangesWhenAsked() throws IOException {
    Path good = file("good.rpl", SCENARIO.formatted("198.51.100.7"));

    assertThat(replay("-v", good)).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text())
        .contains("query   www.example. IN A to 192.0.2.1 over UDP: entry of line 7")
        .endsWith("1 passed, 0 failed, 0 skipped\n");
  }

  @Test
  void takesADialectInPlaceOfTheOneItSees() throws IOException {
    Path good = file("good.rpl", SCENARIO.formatted("198.51.100.7"));

    assertThat(replay("--dialect", "unbound", good)).isEqualTo(ExitStatus.FAILED);
    assertThat(out.text()).endsWith("0 passed, 1 failed, 0 skipped\n");
    assertThat(replay("--dialect", "latin", good)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.text()).contains("'latin' is no dialect");
  }

  @Test
  void complainsOfWhatIsNotThere() {
    assertThat(replay(folder.resolve("nowhere.rpl"))).isEqualTo(ExitStatus.INTERNAL);
    assertThat(replay()).isEqualTo(ExitStatus.USAGE);
    assertThat(err.text().lines()).hasSize(2);
    assertThat(out.text()).isEmpty();
  }
}
