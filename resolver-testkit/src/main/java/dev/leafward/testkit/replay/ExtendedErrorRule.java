// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.scenario.MatchRule;
import dev.leafward.wire.edns.ExtendedError;
import dev.leafward.wire.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares Extended DNS Errors (RFC 8914): the code may be another of its kind, as resolvers differ
 * in which of several true things they say. The code 0, "Other", is not asked for: it only carries
 * a text of the resolver's own.
 */
final class ExtendedErrorRule {

  private static final List<Set<Long>> KINDS =
      List.of(
          Set.of(1L, 2L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 25L, 27L), // of validation
          Set.of(3L, 19L), // of stale data
          Set.of(22L, 23L)); // of the network

  /** "Other" only carries a text, which is the resolver's own. */
  private static final long OTHER = 0;

  private ExtendedErrorRule() {}

  /** What is wrong with the error of a message; nothing if it is of the kind expected. */
  static Optional<String> difference(MatchRule rule, Message got) {
    if (rule.argument().isPresent() && rule.argument().getAsLong() == OTHER) {
      return Optional.empty();
    }
    List<Long> codes =
        got.edns().stream()
            .flatMap(edns -> edns.options().stream())
            .filter(ExtendedError.class::isInstance)
            .map(option -> (long) ((ExtendedError) option).infoCode().code())
            .toList();
    boolean holds =
        rule.argument().isEmpty()
            ? !codes.isEmpty()
            : codes.stream().anyMatch(code -> alike(code, rule.argument().getAsLong()));
    String wanted = rule.argument().isEmpty() ? "one" : String.valueOf(rule.argument().getAsLong());
    return holds
        ? Optional.empty()
        : Optional.of("extended error: expected " + wanted + ", got " + codes);
  }

  private static boolean alike(long one, long other) {
    return one == other
        || KINDS.stream().anyMatch(kind -> kind.contains(one) && kind.contains(other));
  }
}
