// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.PolicyTable;
import dev.leafward.resolver.system.ResolvConf;
import dev.leafward.resolver.system.SystemConfiguration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flags +search and +ndots, in the demo Internet, on a machine with a search list. */
class SearchCommandTest {
  private final Capture out = new Capture();
  private final Capture err = new Capture();

  @Test
  void completesAShortNameAndShowsWhatItBecame() {
    assertThat(run("--demo bar +search")).isEqualTo(ExitStatus.REPLY);

    assertThat(out.text()).contains(";bar.example.com.\t\tIN\tA", "foo.example.com.", "192.0.2.23");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          --demo bar +short                                  | none
          --demo bar. +search +short                         | none
          --demo bar +search +nosearch +short                | none
          --demo bar +ndots=3 +short                         | none
          --demo bar +search +short                          | foo.example.com. 192.0.2.23
          --demo m.facebook +search +short                   | star-mini.c10r.facebook.com. 157.240.8.35
          --demo bar +search +ndots=0 +short                 | foo.example.com. 192.0.2.23
          --demo -x 203.6.74.5 +search +short                | www.defence.gov.au.
          """)
  void searchesOnRequestOnly(String line, String expected) {
    assertThat(run(line)).isEqualTo(ExitStatus.REPLY);
    assertThat(String.join(" ", out.text().lines().toList()))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void showsTheDenialThatCountsWhereNothingIsFound() {
    run("--demo nosuch +search");

    assertThat(out.text()).contains("status: NXDOMAIN", ";nosuch.\t\t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+ndots=16", "+ndots=-1", "+ndots=x", "+ndots="})
  void exitsWith1ForDotsThatAreNoNumber(String flag) {
    assertThat(run("--demo bar +search " + flag)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.text()).contains("give a whole number from 0 to 15");
  }

  private ExitStatus run(String line) {
    ResolvConf resolvConf =
        ResolvConf.parse("search example.com com\n", "/etc/resolv.conf", Map.of());
    ConfigurationSource machine =
        ConfigurationSource.fixed(
            new SystemConfiguration(
                resolvConf, NsSwitch.DEFAULT, HostsFile.EMPTY, PolicyTable.DEFAULT, ""));
    return new LeafwardCommand(
            out.stream(),
            err.stream(),
            () -> Palette.PLAIN,
            world -> ResolverPool.open(world, machine))
        .run(List.of(line.split(" ")));
  }
}
