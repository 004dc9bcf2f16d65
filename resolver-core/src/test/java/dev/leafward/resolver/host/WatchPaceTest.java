// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchPaceTest {
  private final WatchPace pace = new WatchPace(Duration.ofSeconds(5), Duration.ofSeconds(300));

  @ParameterizedTest
  @CsvSource({"0, 5", "5, 5", "60, 60", "300, 300", "2147483647, 300"})
  void ttlIsKeptWithinTheBounds(long ttl, long seconds) {
    assertThat(pace.after(OptionalLong.of(ttl))).hasSeconds(seconds);
  }

  @Test
  void withoutATtlItIsTheLongest() {
    assertThat(pace.after(OptionalLong.empty())).hasSeconds(300);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 10", "3, 20", "6, 160", "7, 300", "1000000, 300"})
  void failuresDoubleTheIntervalUpToTheLongest(int failures, long seconds) {
    assertThat(pace.afterFailures(failures)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1S", "PT-1S, PT1S", "PT2S, PT1S"})
  void intervalsOfNothingAreRefused(Duration shortest, Duration longest) {
    assertThatThrownBy(() -> new WatchPace(shortest, longest))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void foreverIsAnIntervalThatAClockCanCount() {
    WatchPace rare = new WatchPace(Duration.ofSeconds(5), ChronoUnit.FOREVER.getDuration());
    assertThat(rare.after(OptionalLong.empty()).toNanos()).isPositive();
    assertThat(rare.afterFailures(1_000_000).toNanos()).isPositive();
  }
}
