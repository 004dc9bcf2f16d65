// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.inet.ResolverSource;
import dev.leafward.inet.plain.LookUp;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who resolves the names of a JVM, and that it says so once. */
class SwitchingTest {

  private static final String PAGE = "lookup:page.example.com";
  private static final String FOUND = "page.example.com page.example.com/127.0.0.1";
  private static final String JDK = "the JDK's own resolver resolves the names of this JVM: ";
  private static final String INFO = "[main] INFO dev.leafward.inet - ";
  private static final String WARN = "[main] WARN dev.leafward.inet - ";

  private ForkedJvm jvm;

  @TempDir private Path scratch;

  @BeforeEach
  void newJvm() throws Exception {
    jvm = new ForkedJvm(scratch).service(ResolverSource.class, DemoSource.class);
  }

  @Test
  void onThePathAloneChangesNothing() throws Exception {
    ForkedJvm.Output output = run("lookup:localhost", "configure:RECURSIVE");
    assertThat(output.out().get(0)).startsWith("localhost localhost/");
    assertThat(output.out().get(1))
        .startsWith("too late: ")
        .endsWith("Leafward is not switched on: leafward.inet is not set");
    assertThat(output.err()).isEmpty();
  }

  @Test
  void offSaysSoInOneLine() throws Exception {
    jvm.property("leafward.inet", "off");
    ForkedJvm.Output output =
        run("lookup:localhost", "lookup:thishost.localhost", "lookup:LOCALHOST");
    assertThat(output.out().get(0)).startsWith("localhost localhost/");
    assertThat(output.logged()).containsExactly(INFO + JDK + "mode off (system property)");
  }

  @Test
  void aValueThatMeansNothingIsLeftToTheJdkAndSaysSo() throws Exception {
    jvm.property("leafward.inet", "yes");
    ForkedJvm.Output output = run("lookup:localhost");
    assertThat(output.out().get(0)).startsWith("localhost localhost/");
    assertThat(output.logged())
        .containsExactly(
            WARN
                + JDK
                + "leafward.inet=yes (system property) is not one of recursive, stub, shadow, off");
  }

  @Test
  void aFileOnTheClassPathSwitchesOn() throws Exception {
    jvm.resource("leafward.properties", "leafward.inet=recursive\n");
    ForkedJvm.Output output = run(PAGE, "probe");
    assertThat(output.out().get(0)).isEqualTo(FOUND);
    assertThat(output.out().get(1)).contains("isAsked=true, answers=true").contains("file:");
    assertThat(output.logged()).hasSize(1);
  }

  @Test
  void theSystemPropertyWinsOverTheFile() throws Exception {
    jvm.resource("leafward.properties", "leafward.inet=recursive\n")
        .property("leafward.inet", "off");
    assertThat(run("lookup:localhost").logged())
        .containsExactly(INFO + JDK + "mode off (system property)");
  }

  @Test
  void theProgramWinsOverBoth() throws Exception {
    jvm.property("leafward.inet", "off");
    ForkedJvm.Output output = run("configure:RECURSIVE", PAGE, "configure:OFF");
    assertThat(output.out().subList(0, 2)).containsExactly("chosen", FOUND);
    assertThat(output.out().get(2)).startsWith("too late: a name has been looked up already");
    assertThat(output.logged()).singleElement().asString().endsWith("(set by the program)");
  }

  @Test
  void theProgramHandsItsOwnResolverOver() throws Exception {
    ForkedJvm.Output output = run("use", PAGE);
    assertThat(output.out()).containsExactly("chosen", FOUND);
    assertThat(output.logged())
        .singleElement()
        .asString()
        .endsWith("the program's own HostResolver");
  }

  @Test
  void sourceThatGivesNothingCannotStartEither() throws Exception {
    ForkedJvm.Output output =
        ForkedJvm.supplied(scratch, EmptySource.class)
            .property("leafward.inet", "recursive")
            .run(Steps.class, "lookup:localhost");
    assertThat(output.out().getFirst()).startsWith("localhost localhost/");
    assertThat(output.logged().getFirst())
        .endsWith(EmptySource.class.getName() + " opened no resolver");
  }

  @Test
  void whatCannotStartIsLeftToTheJdkAndSaysWhy() throws Exception {
    ForkedJvm.Output output =
        ForkedJvm.supplied(scratch, BrokenSource.class)
            .property("leafward.inet", "recursive")
            .run(Steps.class, "lookup:localhost", "lookup:LOCALHOST");
    assertThat(output.out().get(0)).startsWith("localhost localhost/");
    assertThat(output.logged().getFirst())
        .isEqualTo(
            WARN
                + JDK
                + "Leafward cannot start, mode recursive (system property): java.io.IOException:"
                + " out of resolvers");
    assertThat(output.err()).filteredOn(line -> line.contains("WARN")).hasSize(1);
  }

  @Test
  void hintsThatCannotBeReadAreLeftToTheJdkAndSaySo() throws Exception {
    ForkedJvm.Output output =
        new ForkedJvm(scratch)
            .property("leafward.inet", "recursive")
            .property("leafward.inet.hints", scratch.resolve("none").toString())
            .classPath(Artifacts.leafward())
            .classPath(List.of(Artifacts.testkit(), Artifacts.programs()))
            .run(Steps.class, "lookup:localhost");
    assertThat(output.out().get(0)).startsWith("localhost localhost/");
    assertThat(output.logged().getFirst()).startsWith(WARN + JDK + "Leafward cannot start");
  }

  @Test
  void withoutTheJarsThatItNeedsItIsLeftToTheJdkAndSaysSo() throws Exception {
    ForkedJvm.Output output =
        new ForkedJvm(scratch)
            .property("leafward.inet", "recursive")
            .classPath(Artifacts.leafward().getFirst())
            .classPath(Artifacts.programs())
            .run(LookUp.class, "localhost");
    assertThat(output.out().getFirst()).startsWith("localhost localhost/");
    assertThat(output.err()).singleElement().asString().startsWith(JDK).contains("NoClassDefFound");
  }

  @Test
  void aProviderAheadOfUsWinsAndTheProbeSaysSo() throws Exception {
    jvm.property("leafward.inet", "recursive")
        .service(InetAddressResolverProvider.class, OtherProvider.class);
    ForkedJvm.Output output = run(PAGE, "probe");
    assertThat(output.out().get(0)).isEqualTo("page.example.com page.example.com/192.0.2.66");
    assertThat(output.out().get(1))
        .contains("isAsked=false, answers=false")
        .contains("another provider comes first: " + OtherProvider.class.getName());
  }

  @Test
  void aProviderBehindUsIsNotAsked() throws Exception {
    ForkedJvm.Output output =
        jvm.property("leafward.inet", "recursive")
            .classPath(Artifacts.leafward())
            .classPath(List.of(Artifacts.testkit(), Artifacts.programs()))
            .service(InetAddressResolverProvider.class, OtherProvider.class)
            .run(Steps.class, PAGE);
    assertThat(output.out()).containsExactly(FOUND);
  }

  @Test
  void withTheJdksHostsFileNoProviderIsAskedAndTheProbeSaysSo() throws Exception {
    Path hosts = Files.writeString(scratch.resolve("hosts"), "192.0.2.9 page.example.com\n");
    jvm.property("leafward.inet", "recursive").property("jdk.net.hosts.file", hosts.toString());
    ForkedJvm.Output output = run(PAGE, "probe");
    assertThat(output.out().get(0)).isEqualTo("page.example.com page.example.com/192.0.2.9");
    assertThat(output.out().get(1)).contains("isAsked=false").contains("jdk.net.hosts.file is set");
    assertThat(output.logged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lookup:localhost,false", "warmUp,true"})
  void theFirstLookupDecidesByItsClassLoaderUnlessWarmedUp(String first, boolean asked)
      throws Exception {
    jvm.property("leafward.inet", "recursive");
    List<String> out = run("blind", first, "blind", "sighted", "probe").out();
    assertThat(out.get(1)).contains("isAsked=" + asked);
    if (!asked) {
      assertThat(out.get(1)).contains("call warmUp() first of all");
    }
  }

  private ForkedJvm.Output run(String... steps) throws Exception {
    return jvm.classPath(Artifacts.leafward())
        .classPath(List.of(Artifacts.testkit(), Artifacts.programs()))
        .run(Steps.class, steps);
  }
}
