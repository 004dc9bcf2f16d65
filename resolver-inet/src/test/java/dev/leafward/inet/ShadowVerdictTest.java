// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowVerdictTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1 192.0.2.2, 192.0.2.2 192.0.2.1, SAME",
    "192.0.2.1,           192.0.2.2,           DIFFERENT",
    "192.0.2.1,           192.0.2.1 192.0.2.2, DIFFERENT",
    "192.0.2.1,           -,                   FOUND_BY_JDK_ONLY",
    "192.0.2.1,           ?,                   LEAFWARD_FAILED",
    "-,                   192.0.2.1,           FOUND_BY_LEAFWARD_ONLY",
    "-,                   -,                   SAME",
    "-,                   ?,                   SAME"
  })
  void comparesWhatWasFound(String jdk, String leafward, ShadowVerdict verdict) {
    assertThat(ShadowVerdict.of(side(jdk), side(leafward))).isEqualTo(verdict);
  }

  private static ShadowSide side(String text) {
    if (text.length() > 1) {
      return new ShadowSide(List.of(text.split(" ")), null, Duration.ZERO);
    }
    UnknownHostException failure = new UnknownHostException(text);
    if (text.equals("-")) {
      failure.initCause(new HostNotFoundException(text));
    }
    return new ShadowSide(List.of(), failure, Duration.ZERO);
  }
}
