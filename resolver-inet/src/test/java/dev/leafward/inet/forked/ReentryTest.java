// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of ours looks a name up through the JDK, whatever it is doing and however it logs. */
class ReentryTest {

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"recursive", "stub"})
  @DisplayName("I3: lookups of all kinds, everything logged: none of them comes back to us")
  void noLookupComesBack(String mode) throws Exception {
    ForkedJvm.Output output =
        ForkedJvm.supplied(scratch, DemoSource.class)
            .property("leafward.inet", mode)
            .property("leafward.inet.timeout", "5000")
            .property("org.slf4j.simpleLogger.defaultLogLevel", "trace")
            .run(
                Steps.class,
                "warmUp",
                "lookup:localhost",
                "lookup:LOCALHOST.",
                "lookup:a.localhost",
                "lookup:mail.example.com",
                "lookup:www.163.com",
                "lookup:nosuch.example.com",
                "lookup:x y",
                "lookup:_x.wild.example.com",
                "lookup:x.onion",
                "reverse:203.6.74.5",
                "reverse:203.6.74.77",
                "probe");
    assertThat(output.out().getLast()).contains("isAsked=true").endsWith("reentries=0]");
  }
}
