// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run came to, in a few lines for people.
 *
 * @param tally what became of the questions
 * @param elapsed how long all of it took
 * @param processor the processor time that this process has spent on it
 * @param sent how many queries left for servers
 */
record Summary(Tally tally, Duration elapsed, Duration processor, long sent) {

  /** The lines, each with its end. */
  String text() {
    long asked = tally.asked();
    double seconds = elapsed.toNanos() / 1e9;
    String statuses =
        tally.statuses().entrySet().stream()
            .map(status -> String.format(Locale.ROOT, "%s %,d", status.getKey(), status.getValue()))
            .collect(Collectors.joining(", "));
    String rates =
        String.format(
            Locale.ROOT,
            "%,d questions in %.1f s, %,.0f a second: %s%n",
            asked,
            seconds,
            asked / seconds,
            statuses);
    return asked == 0 ? rates : rates + latency() + cost(asked);
  }

  private String latency() {
    Map<Integer, Double> micros = tally.microsAt(50, 90, 99, 100);
    return String.format(
        Locale.ROOT,
        "latency: %s on average, half within %s, 90 %% within %s, 99 %% within %s, all within %s%n",
        milliseconds(tally.meanMicros()),
        milliseconds(micros.getOrDefault(50, 0.0)),
        milliseconds(micros.getOrDefault(90, 0.0)),
        milliseconds(micros.getOrDefault(99, 0.0)),
        milliseconds(micros.getOrDefault(100, 0.0)));
  }

  private String cost(long asked) {
    return String.format(
        Locale.ROOT,
        "queries sent to servers: %,d, %.3f a name; processor time: %.0f us a name%n",
        sent,
        (double) sent / asked,
        processor.toNanos() / 1e3 / asked);
  }

  private static String milliseconds(double micros) {
    return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
  }
}
