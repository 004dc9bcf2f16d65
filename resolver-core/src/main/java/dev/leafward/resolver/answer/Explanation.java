// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.message.Question;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a question came to its outcome: the tree of steps, in order.
 *
 * @param question what was looked up
 * @param steps what was done; a {@link Step.SubLookup} holds a whole tree of its own
 * @param result the outcome in words
 */
public record Explanation(Question question, List<Step> steps, String result) {

  /** Copies the list. */
  public Explanation {
    steps = List.copyOf(steps);
  }

  /** Every exchange with a server in this tree, in order, those of joined lookups left out. */
  public Stream<Step.Exchange> exchanges() {
    return steps.stream()
        .flatMap(step ->
            switch (step) {
              case Step.Exchange exchange -> Stream.of(exchange);
              case Step.SubLookup sub -> sub.explanation().exchanges();
              case Step.CacheHit hit -> Stream.empty();
              case Step.StaleHit hit -> Stream.empty();
              case Step.FailureHit hit -> Stream.empty();
              case Step.Joined joined -> Stream.empty();
              case Step.AliasFollowed followed -> Stream.empty();
              case Step.Routed routed -> Stream.empty();
              case Step.Withheld withheld -> Stream.empty();
            });
  }
}
