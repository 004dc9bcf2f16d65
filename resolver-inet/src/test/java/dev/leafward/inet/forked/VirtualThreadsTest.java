// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lookups in virtual threads, through all of the JDK and Leafward. */
class VirtualThreadsTest {

  @TempDir private Path scratch;

  @Test
  @DisplayName("I2, I3: 10,000 lookups at once in virtual threads pin none, and none comes back")
  void tenThousandLookupsAtOncePinNoThread() throws Exception {
    ForkedJvm.Output output =
        ForkedJvm.supplied(scratch, DemoSource.class)
            .property("leafward.inet", "recursive")
            .run(ManyThreads.class, "10000", "wild.example.com", "20");
    assertThat(output.out())
        .as("%s", output)
        .containsExactly("found 10000, warm 200", "pinned 0", "reentries 0");
  }

  @Test
  @DisplayName("I2, I8: a lookup without an answer holds up neither its carrier nor the JVM's end")
  void aLookupWithoutAnAnswerLeavesItsCarrierToOthers() throws Exception {
    ForkedJvm.Output output =
        ForkedJvm.supplied(scratch, SilentSource.class)
            .property("leafward.inet", "recursive")
            .property("jdk.virtualThreadScheduler.parallelism", "1")
            .property("jdk.virtualThreadScheduler.maxPoolSize", "1")
            .run(OneCarrier.class, "www.example.com");
    assertThat(output.out()).containsExactly("the other thread runs");
  }

  /** What there is to gain: should this fail one day, the JDK has got better. */
  @Test
  @DisplayName("I2: the JDK's own resolver holds its carrier until it has an answer")
  void aLookupOfTheJdksOwnHoldsItsCarrier() throws Exception {
    Namespace.assumeUnboundPossible();
    ForkedJvm.Output output =
        new ForkedJvm(scratch)
            .startedBy(Namespace.commandWithUnbound(scratch))
            .classPath(Artifacts.leafward())
            .classPath(Artifacts.programs())
            .property("jdk.virtualThreadScheduler.parallelism", "1")
            .property("jdk.virtualThreadScheduler.maxPoolSize", "1")
            .run(OneCarrier.class, "www.example.com");
    assertThat(output.out()).containsExactly("the lookup has ended");
  }

  @Test
  @DisplayName("I9: of 1,000 threads 999 are interrupted, and all have their answer")
  void whoIsInterruptedTakesNothingFromTheOthers() throws Exception {
    ForkedJvm.Output output =
        ForkedJvm.supplied(scratch, DemoSource.class)
            .property("leafward.inet", "recursive")
            .run(InterruptedLookups.class, "1000", "www.163.com");
    assertThat(output.out()).as("%s", output).containsExactly("found 1000, interrupted 999");
  }
}
