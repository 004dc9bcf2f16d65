// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Tally tally = new Tally();

  @Test
  void saysRatesLatenciesAndCosts() {
    for (int i = 1; i <= 2_000; i++) {
      tally.add(failedAfter(Duration.ofMillis(i)));
    }
    tally.add(new Result.Unasked(new Entry.Refused(1, "x y z", "too many words")));

    assertThat(
            new Summary(tally, Duration.ofSeconds(4), Duration.ofSeconds(1), 5_000).text().lines())
        .containsExactly(
            "2,000 questions in 4.0 s, 500 a second: INVALID 1, SERVFAIL 2,000",
            "latency: 1000.5 ms on average, half within 1000.5 ms, 90 % within 1800.1 ms,"
                + " 99 % within 1980.0 ms, all within 2000.0 ms",
            "queries sent to servers: 5,000, 2.500 a name; processor time: 500 us a name");
  }

  @Test
  void saysLittleOfNothing() {
    assertThat(new Summary(tally, Duration.ofSeconds(1), Duration.ZERO, 0).text())
        .isEqualTo("0 questions in 1.0 s, 0 a second: " + System.lineSeparator());
  }

  @Test
  void theBarShowsWhatEarlierRunsDidButNotTheirSpeed() {
    assertThat(ProgressBar.line(100, 400, 1_000, 2))
        .isEqualTo("[###############...............]  50 % of 1,000, 50 a second, 10 s left");
    assertThat(ProgressBar.line(0, 0, 0, 0))
        .isEqualTo("[##############################] 100 % of 0, 0 a second");
  }

  private static Result failedAfter(Duration elapsed) {
    Question question = new Question(DomainName.of("example.com"), RRType.A);
    return new Result.Failed(
        new Entry.Asked(1, question), new Failure.LimitReached("sends", 50), elapsed);
  }
}
