// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.leafward.inet.forked.Artifacts;
import dev.leafward.inet.forked.ForkedJvm;
import dev.leafward.inet.forked.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * glibc and Leafward, with the same files and the same servers, find the same and ask the same: but
 * for what {@code docs/stub.md} says.
 */
class GlibcTest {

  private static final String HAS_GLIBC =
      "test \"$(getent --version | sed -n '1s/.* 2[.]//p')\" -ge 36";

  private static final ListMultimap<String, String> SEEN =
      MultimapBuilder.hashKeys().arrayListValues().build();

  @TempDir private static Path scratch;

  @BeforeAll
  static void askBoth() throws Exception {
    assumeTrue(
        Namespace.succeeds("sh", "-c", HAS_GLIBC),
        "there is no getent here, or not that of glibc 2.36 or later, which knows no-aaaa");
    Namespace.assumePossible();
    assumeFalse(
        Files.exists(Path.of("/var/run/nscd/socket")), "nscd answers here in the place of glibc");
    ForkedJvm.Output output =
        new ForkedJvm(scratch)
            .startedBy(Namespace.command(scratch))
            .classPath(Artifacts.leafward())
            .classPath(List.of(Artifacts.testkit(), Artifacts.programs()))
            .run(Beside.class);
    for (String line : output.out()) {
      String[] fields = line.split("\t", 3);
      SEEN.put(fields[0] + " " + fields[1], fields[2]);
    }
  }

  static List<Case> cases() {
    return Cases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsAndAsksTheSame(Case each) {
    List<String> glibc = SEEN.get(each + " glibc");
    List<String> leafward = SEEN.get(each + " leafward");
    Case.Difference stated = each.difference();
    if (stated == null) {
      assertThat(leafward).isNotEmpty().isEqualTo(glibc);
    } else {
      assertThat(without(glibc, leafward)).as("glibc alone").isEqualTo(stated.glibc());
      assertThat(without(leafward, glibc)).as("Leafward alone").isEqualTo(stated.leafward());
    }
  }

  /** What stands in one list, but not, or not as often, in another. */
  private static List<String> without(List<String> from, List<String> other) {
    List<String> left = new ArrayList<>(from);
    other.forEach(left::remove);
    return left;
  }
}
