// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import java.time.Duration;
import java.util.List;

/**
 * What a run cost.
 *
 * @param calls how many questions were asked
 * @param answered how many of them were answered
 * @param exchanges how many messages were sent
 * @param mostSends the most that were sent for one question, of those that were asked alone and set
 *     off no refresh
 * @param mostOctets the most octets that were received for one question, of those asked alone
 * @param longest the longest time that a question took
 */
record Figures(
    int calls, int answered, int exchanges, int mostSends, long mostOctets, Duration longest) {

  static Figures of(Setup setup, Play play) {
    List<Call> calls = play.rounds().stream().flatMap(each -> each.calls().stream()).toList();
    List<RoundPlay> alone =
        play.rounds().stream()
            .filter(each -> each.calls().size() == 1 && !setup.refreshes())
            .toList();
    return new Figures(
        calls.size(),
        (int) calls.stream().filter(each -> each.answer() != null).count(),
        play.exchanges().size(),
        alone.stream().mapToInt(RoundPlay::sends).max().orElse(0),
        alone.stream().mapToLong(RoundPlay::octets).max().orElse(0),
        calls.stream().map(Call::took).max(Duration::compareTo).orElse(Duration.ZERO));
  }
}
