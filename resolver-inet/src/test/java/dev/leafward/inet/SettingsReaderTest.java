// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsReaderTest {

  @TempDir private Path folder;

  @Test
  void saysNothingWhereNothingIsSet() throws Exception {
    assertThat(read("", null)).isEmpty();
    assertThat(read("leafward.inetmode=stub\nother=1", "x=y")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsEachMode(InetMode mode) throws Exception {
    SettingsReader.Read read = read("leafward.inet=" + mode.word(), null).orElseThrow();
    assertThat(read.settings().mode()).isEqualTo(mode);
    assertThat(read.origin()).isEqualTo("system property");
  }

  @Test
  void readsAllThereIs() throws Exception {
    InetSettings settings =
        read(
                """
                leafward.inet=shadow
                leafward.inet.shadow=recursive
                leafward.inet.builtin=corp.example, print
                leafward.inet.hints=/etc/named.root
                leafward.inet.timeout=2500
                """,
                null)
            .orElseThrow()
            .settings();
    assertThat(settings.mode()).isEqualTo(InetMode.SHADOW);
    assertThat(settings.kind()).isEqualTo(InetMode.RECURSIVE);
    assertThat(settings.builtIn())
        .containsExactly(DomainName.of("corp.example"), DomainName.of("print"));
    assertThat(settings.hints()).contains(Path.of("/etc/named.root"));
    assertThat(settings.timeout()).contains(Duration.ofMillis(2500));
  }

  @Test
  void systemPropertiesWinOneByOne() throws Exception {
    SettingsReader.Read read =
        read("leafward.inet=stub", "leafward.inet=recursive\nleafward.inet.timeout=10")
            .orElseThrow();
    assertThat(read.settings().mode()).isEqualTo(InetMode.STUB);
    assertThat(read.settings().timeout()).contains(Duration.ofMillis(10));
    assertThat(read.origin()).isEqualTo("system property");
  }

  @Test
  void saysInWhichFileTheModeStands() throws Exception {
    SettingsReader.Read read = read("", "leafward.inet = recursive ").orElseThrow();
    assertThat(read.settings().mode()).isEqualTo(InetMode.RECURSIVE);
    assertThat(read.origin()).startsWith("file:").endsWith("leafward.properties");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leafward.inet=on             | leafward.inet=on (system property) is not one of recursive, stub, shadow, off
          leafward.inet=               | leafward.inet= (system property) is not one of recursive, stub, shadow, off
          leafward.inet=Stub           | leafward.inet=Stub (system property) is not one of recursive, stub, shadow, off
          leafward.inet.shadow=off     | leafward.inet.shadow=off (system property) is not one of recursive, stub
          leafward.inet.timeout=5s     | leafward.inet.timeout=5s (system property) is not a number of milliseconds above 0
          leafward.inet.timeout=0      | leafward.inet.timeout=0 (system property) is not a number of milliseconds above 0
          leafward.inet.builtin=a..b   | leafward.inet.builtin=a..b (system property) is not a list of names with commas between
          leafward.inet.timout=1       | leafward.inet.timout is none of leafward.inet, leafward.inet.builtin, leafward.inet.hints, leafward.inet.shadow, leafward.inet.timeout
          """)
  void namesTheValueAndWhatIsAllowed(String property, String message) {
    String all =
        property.startsWith("leafward.inet=") ? property : "leafward.inet=stub\n" + property;
    assertThatThrownBy(() -> read(all, null))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(message);
  }

  private Optional<SettingsReader.Read> read(String system, @Nullable String file)
      throws IOException, InvalidSettingException {
    Properties properties = new Properties();
    properties.load(new StringReader(system));
    if (file == null) {
      return SettingsReader.read(properties, null);
    }
    Path path = Files.writeString(folder.resolve("leafward.properties"), file);
    return SettingsReader.read(properties, path.toUri().toURL());
  }
}
