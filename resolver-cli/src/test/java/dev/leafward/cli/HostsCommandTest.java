// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsCommandTest {
  private final Capture out = new Capture();
  private final Capture err = new Capture();

  @Test
  void printsAddressesTheCanonicalNameAndWhereTheyAreFrom() {
    assertThat(run("--demo", "-4", "m.facebook.com")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text())
        .isEqualTo(
            "157.240.8.35  star-mini.c10r.facebook.com"
                + "  ; the DNS, star-mini.c10r.facebook.com. for 60 s\n");
  }

  @Test
  void printsTheNamesOfAnAddress() {
    assertThat(run("--demo", "203.6.74.5")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).startsWith("203.6.74.5  www.defence.gov.au  ; the DNS, ");
  }

  @Test
  void saysOnRequestWhereItLookedAndWhatDecidedTheOrder() {
    run("--demo", "-v", "localhost", "-4", "m.facebook.com");

    assertThat(out.text())
        .contains("127.0.0.1  localhost  ; localhost by definition\n")
        .contains("\n; order: 127.0.0.1 from 127.0.0.1\n")
        .contains("\n; files: not there\n; dns: m.facebook.com. IN A: 1 found for 60 s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nosuch.example.com  | ; there is no host nosuch.example.com
          127.1               | ; there is no host 127.1
          192.0.2.1           | ; 192.0.2.1 has no name
          """)
  void exitsWith2ForWhatIsNotFound(String host, String printed) {
    assertThat(run("--demo", host)).isEqualTo(ExitStatus.NOT_FOUND);
    assertThat(out.text()).isEqualTo(printed + "\n");
  }

  @Test
  void exitsWith2ForAnAddressOfTheOtherFamily() {
    assertThat(run("--demo", "-6", "example.com")).isEqualTo(ExitStatus.NOT_FOUND);
    assertThat(out.text()).isEqualTo("; example.com has no such address\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --demo                    | name the hosts or addresses to look up
          -4 -6 localhost           | -4 and -6 exclude each other; leave both out
          --stub --demo localhost   | --stub excludes --demo
          --nonsense localhost      | Unknown option: '--nonsense'
          """)
  void exitsWith1ForAMistake(String line, String complaint) {
    assertThat(run(line.split(" "))).isEqualTo(ExitStatus.USAGE);
    assertThat(err.text()).startsWith("leafward hosts: " + complaint).hasLineCount(1);
  }

  @Test
  void explainsItself() {
    assertThat(run("--help")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).contains("leafward hosts", "--stub").doesNotContain("\t");
    assertThat(out.text().lines()).allMatch(line -> line.length() <= 80);
  }

  private ExitStatus run(String... words) {
    List<String> line = new ArrayList<>(List.of("hosts"));
    line.addAll(List.of(words));
    ExitStatus status = Subcommand.HOSTS.run(line, out.stream(), err.stream());
    out.stream().flush();
    err.stream().flush();
    return status;
  }
}
