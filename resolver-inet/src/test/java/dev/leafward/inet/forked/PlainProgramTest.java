// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leafward.inet.ResolverSource;
import dev.leafward.inet.plain.FetchPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that knows nothing of Leafward fetches a page by a name that only Leafward finds. */
class PlainProgramTest {

  private static final String NAME = "page.example.com";
  private static final String FETCHED = "200 page of " + NAME;

  private ForkedJvm jvm;

  @TempDir private Path scratch;

  @BeforeEach
  void newJvm() {
    jvm = new ForkedJvm(scratch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recursive", "stub"})
  void findsItsServerWithTheJarsOnTheClassPath(String mode) throws Exception {
    jvm.classPath(Artifacts.leafward());
    assertFetches(mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recursive", "stub"})
  void findsItsServerWithTheJarsOnTheModulePath(String mode) throws Exception {
    List<Path> jars = modules();
    jvm.modulePath(jars);
    assertFetches(mode);
  }

  @Test
  void findsItsServerWithTheJarsOnBothPaths() throws Exception {
    List<Path> jars = modules();
    jvm.modulePath(jars).classPath(jars);
    assertFetches("recursive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"recursive", "stub"})
  void findsItsServerInOneJarWithEverything(String mode) throws Exception {
    List<Path> parts = new ArrayList<>(Artifacts.leafward());
    parts.add(Artifacts.testkit());
    parts.add(Artifacts.programs());
    Path fat = scratch.resolve("fat.jar");
    FatJar.write(fat, parts);
    ForkedJvm.Output output =
        jvm.classPath(fat)
            .service(ResolverSource.class, DemoSource.class)
            .property("leafward.inet", mode)
            .run(FetchPage.class, NAME);
    assertThat(output.out()).containsExactly(FETCHED);
  }

  @Test
  void findsItsServerByAStubOfARealUnbound() throws Exception {
    Namespace.assumeUnboundPossible();
    ForkedJvm.Output output =
        jvm.startedBy(Namespace.commandWithUnbound(scratch, NAME + ". 60 IN A 127.0.0.1"))
            .classPath(Artifacts.leafward())
            .classPath(Artifacts.programs())
            .property("leafward.inet", "stub")
            .run(FetchPage.class, NAME);
    assertThat(output.out()).as("%s", output).containsExactly(FETCHED);
    assertThat(output.logged()).singleElement().asString().contains("mode stub");
  }

  private void assertFetches(String mode) throws IOException, InterruptedException {
    ForkedJvm.Output output =
        jvm.classPath(List.of(Artifacts.testkit(), Artifacts.programs()))
            .service(ResolverSource.class, DemoSource.class)
            .property("leafward.inet", mode)
            .run(FetchPage.class, NAME);
    assertThat(output.out()).as("%s", output).containsExactly(FETCHED);
    assertThat(output.logged()).singleElement().asString().contains("mode " + mode);
  }

  /** Module descriptors are there in every build but some quick ones of an IDE. */
  private static List<Path> modules() {
    List<Path> jars = Artifacts.leafward();
    Path first = jars.getFirst();
    assumeTrue(
        !Files.isDirectory(first) || Files.exists(first.resolve("module-info.class")),
        "this build has no module descriptors");
    return jars;
  }
}
