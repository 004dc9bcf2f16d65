// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StubOptionsTest {

  private static final UpstreamServer SERVER = UpstreamServer.parse("192.0.2.53");
  private static final StubOptions OPTIONS = StubOptions.of(List.of(SERVER));

  @Test
  void waitsFiveSecondsTwiceByDefault() {
    assertThat(OPTIONS.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(OPTIONS.attempts()).isEqualTo(2);
    assertThat(OPTIONS.flags()).isEmpty();
  }

  @Test
  void changesOnePartAtATime() {
    UpstreamServer other = UpstreamServer.parse("192.0.2.54#5353");

    StubOptions changed =
        OPTIONS
            .withServers(List.of(other))
            .withTimeout(Duration.ofMillis(100))
            .withAttempts(5)
            .with(StubFlag.ROTATE)
            .with(StubFlag.EDNS0);

    assertThat(changed.servers()).containsExactly(other);
    assertThat(changed.timeout()).isEqualTo(Duration.ofMillis(100));
    assertThat(changed.attempts()).isEqualTo(5);
    assertThat(changed.flags()).containsExactlyInAnyOrder(StubFlag.ROTATE, StubFlag.EDNS0);
    assertThat(changed.has(StubFlag.USE_VC)).isFalse();
  }

  @Test
  void needsAServer() {
    assertThatThrownBy(() -> OPTIONS.withServers(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 30_001})
  void refusesATimeoutOutOfBounds(long millis) {
    assertThatThrownBy(() -> OPTIONS.withTimeout(Duration.ofMillis(millis)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6})
  void refusesAttemptsOutOfBounds(int attempts) {
    assertThatThrownBy(() -> OPTIONS.withAttempts(attempts))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void findsAFlagByItsWord(StubFlag flag) {
    assertThat(StubFlag.find(flag.word())).contains(flag);
    assertThat(StubFlag.find(flag.word() + "x")).isEmpty();
  }
}
