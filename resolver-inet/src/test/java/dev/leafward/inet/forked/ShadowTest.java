// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.inet.ResolverSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shadow mode in a JVM of its own. */
class ShadowTest {

  @TempDir private Path scratch;

  @Test
  void recordsEachLookupForTheFlightRecorder() throws Exception {
    ForkedJvm.Output output =
        ForkedJvm.supplied(scratch, DemoSource.class)
            .property("leafward.inet", "shadow")
            .run(ShadowProgram.class, "localhost");
    assertThat(output.out().get(0)).startsWith("localhost/");
    assertThat(output.out().get(1)).startsWith("localhost|").contains("|127.0.0.1");
    assertThat(output.out().get(2)).startsWith("ShadowFigures[compared=1, ");
    assertThat(output.out().get(3))
        .contains("isAsked=true, answers=false")
        .contains("beside the JDK: mode shadow (system property), reentries=0");
  }

  /** The JDK asks Unbound, Leafward the demo Internet. */
  @Test
  void theJdkAnswersAndDifferencesAreLogged() throws Exception {
    Namespace.assumeUnboundPossible();
    ForkedJvm.Output output =
        new ForkedJvm(scratch)
            .startedBy(
                Namespace.commandWithUnbound(
                    scratch,
                    "page.example.com. 60 IN A 127.0.0.1",
                    "foo.example.com. 60 IN A 192.0.2.1",
                    "nosuch.example.com. 60 IN A 192.0.2.2"))
            .classPath(Artifacts.leafward())
            .classPath(List.of(Artifacts.testkit(), Artifacts.programs()))
            .service(ResolverSource.class, DemoSource.class)
            .property("leafward.inet", "shadow")
            .property("leafward.inet.shadow", "recursive")
            .run(
                ShadowProgram.class,
                "page.example.com",
                "foo.example.com",
                "nosuch.example.com",
                "mail.example.com");
    assertThat(output.out())
        .contains(
            "page.example.com/127.0.0.1",
            "foo.example.com/192.0.2.1",
            "nosuch.example.com/192.0.2.2",
            "unknown mail.example.com",
            "page.example.com|same|127.0.0.1|127.0.0.1",
            "foo.example.com|different|192.0.2.1|192.0.2.23");
    assertThat(output.out())
        .anyMatch(line -> line.startsWith("ShadowFigures[compared=4, different=3"));
    assertThat(output.logged())
        .hasSize(4)
        .anyMatch(line ->
            line.contains("shadow: foo.example.com different: JDK [192.0.2.1] in ")
                && line.contains(" us, Leafward [192.0.2.23] in "))
        .anyMatch(line ->
            line.contains("shadow: nosuch.example.com found by jdk only: JDK [192.0.2.2] in ")
                && line.contains("no such host"))
        .anyMatch(line -> line.contains("shadow: mail.example.com found by leafward only: "));
  }
}
