// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubScheduleTest {

  private static StubOptions options(int servers, long timeoutMillis, int attempts) {
    List<UpstreamServer> all =
        IntStream.rangeClosed(1, servers)
            .mapToObj(i -> UpstreamServer.parse("192.0.2." + i))
            .toList();
    return StubOptions.of(all).withTimeout(Duration.ofMillis(timeoutMillis)).withAttempts(attempts);
  }

  /**
   * What glibc 2.36 was seen to wait, and what becomes of times and lists that it does not have.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 5000  | 5000
          2 | 5000  | 5000 5000
          3 | 5000  | 5000 3000 6000
          3 | 3000  | 3000 2000 4000
          2 | 2000  | 2000 2000
          3 | 1000  | 1000 1000 1000
          3 | 30000 | 30000 20000 40000
          5 | 5000  | 5000 2000 4000 4000 4000
          2 | 250   | 250 250
          3 | 300   | 300 300 400
          3 | 1500  | 1500 1000 2000
          """)
  void waitsForEachPlace(int servers, long timeoutMillis, String expected) {
    StubSchedule schedule = new StubSchedule(options(servers, timeoutMillis, 2));

    assertThat(IntStream.range(0, servers).mapToObj(schedule::waitNanos))
        .containsExactly(
            Arrays.stream(expected.split(" ", -1))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)).toNanos())
                .toArray(Long[]::new));
  }

  @ParameterizedTest
  @CsvSource({"1, 5000, 2, 20", "3, 5000, 2, 56", "3, 30000, 5, 900"})
  void givesTimeForAllServersInAllRounds(int servers, long timeout, int attempts, long seconds) {
    assertThat(new StubSchedule(options(servers, timeout, attempts)).longest())
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
