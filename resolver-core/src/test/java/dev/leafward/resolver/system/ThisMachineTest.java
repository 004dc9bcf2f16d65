// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ThisMachineTest {

  private final Machine machine = Machine.thisOne();

  @TempDir Path folder;

  @Test
  void readsTheBeginningOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a".repeat(10_000) + "b");

    assertThat(machine.file(file, 20_000)).hasValueSatisfying(t -> assertThat(t).hasSize(10_001));
    assertThat(machine.file(file, 9_000)).contains("a".repeat(9_000));
  }

  @Test
  void replacesWhatIsNotUtf8() throws IOException {
    byte[] latin = "pr\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("file"), latin);

    assertThat(machine.file(file, 100)).contains("pr\ufffd");
  }

  @Test
  void hasNothingOfAFileThatIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThat(machine.file(folder.resolve("missing"), 100)).isEmpty();
    assertThat(machine.file(folder, 100)).isEmpty();
    assertThat(machine.file(file.resolve("below"), 100)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void doesNotTakeAFileThatCannotBeReadForOneThatIsNotThere() {
    Path unreadable = Path.of("/proc/self/mem"); // its first octet is not mapped

    assertThatIOException().isThrownBy(() -> machine.file(unreadable, 100));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsWhatACommandWrites() {
    assertThat(machine.output(List.of("echo", "two words"))).contains("two words\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsItForAThreadThatIsInterruptedToo() {
    Thread.currentThread().interrupt();

    assertThat(machine.output(List.of("echo", "still"))).contains("still\n");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void hasNothingOfACommandThatFails() {
    assertThat(machine.output(List.of("false"))).isEmpty();
    assertThat(machine.output(List.of("there-is-no-such-command"))).isEmpty();
  }

  @Test
  void knowsItsInterfaces() throws IOException {
    NetworkInterface any = NetworkInterface.networkInterfaces().findFirst().orElseThrow();

    assertThat(machine.interfaceIndex(any.getName())).isEqualTo(OptionalInt.of(any.getIndex()));
    assertThat(machine.interfaceIndex("nosuch0")).isEmpty();
  }

  @Test
  void knowsItsName() {
    assertThat(machine.hostName()).isNotEmpty().doesNotContainAnyWhitespaces();
    assertThat(machine.operatingSystem()).isNotEmpty();
    assertThat(machine.environment()).isNotEmpty();
  }

  @Test
  void comesToAConfigurationWhateverItsFilesSay() {
    SystemConfiguration configuration = ConfigurationSource.ofThisMachine().current();

    assertThat(configuration.resolver().stubOptions().servers()).isNotEmpty();
    assertThat(configuration.hostName()).isEqualTo(machine.hostName());
  }
}
