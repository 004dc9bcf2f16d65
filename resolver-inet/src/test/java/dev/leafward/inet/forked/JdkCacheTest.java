// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK keeps what it was told, whatever the TTL; our own API does not. */
class JdkCacheTest {

  private static final List<String> API =
      List.of(
          "before api [short.example/192.0.2.1] []",
          "after api [short.example/192.0.2.2] [late.example/192.0.2.3]");
  private static final String BEFORE = "before jdk short.example/192.0.2.1 unknown";
  private static final String OLD = "short.example/192.0.2.1 ";
  private static final String NEW = "short.example/192.0.2.2 ";
  private static final String LATE = "late.example/192.0.2.3";

  private ForkedJvm jvm;

  @TempDir private Path scratch;

  @BeforeEach
  void newJvm() {
    jvm =
        new ForkedJvm(scratch)
            .classPath(Artifacts.leafward())
            .classPath(List.of(Artifacts.testkit(), Artifacts.programs()));
  }

  @Test
  @DisplayName("I4: by default the JDK's cache hides a change that our API sees after a TTL of 1 s")
  void theJdkHidesChanges() throws Exception {
    assertSays(OLD + "unknown, no cause");
  }

  @Test
  @DisplayName("I4: -Dsun.net.inetaddr.ttl=0 has the JDK ask for what it has found")
  void theSystemPropertyForWhatWasFoundWorks() throws Exception {
    jvm.property("sun.net.inetaddr.ttl", "0");
    assertSays(NEW + "unknown, no cause");
  }

  @Test
  @DisplayName("I4: -Dsun.net.inetaddr.negative.ttl=0 does nothing: java.security wins over it")
  void theSystemPropertyForWhatWasNotFoundDoesNotWork() throws Exception {
    jvm.property("sun.net.inetaddr.negative.ttl", "0");
    assertSays(OLD + "unknown, no cause");
  }

  @Test
  @DisplayName("I4: a file of security properties works for both")
  void aFileOfSecurityPropertiesWorks() throws Exception {
    Path file =
        Files.writeString(
            scratch.resolve("cache.security"),
            "networkaddress.cache.ttl=0\nnetworkaddress.cache.negative.ttl=0\n");
    jvm.property("java.security.properties", file.toString());
    assertSays(NEW + LATE);
  }

  @Test
  @DisplayName("I4: Security.setProperty before the first lookup works for both")
  void securityPropertiesSetInTimeWork() throws Exception {
    assertSays(NEW + LATE, "networkaddress.cache.ttl=0", "networkaddress.cache.negative.ttl=0");
  }

  private void assertSays(String jdkAfter, String... securityProperties) throws Exception {
    assertThat(jvm.run(CacheProgram.class, securityProperties).out())
        .containsExactly(API.get(0), BEFORE, API.get(1), "after jdk " + jdkAfter);
  }
}
