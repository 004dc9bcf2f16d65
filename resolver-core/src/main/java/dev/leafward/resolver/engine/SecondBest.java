// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.resolver.response.Verdict;
import dev.leafward.resolver.servers.Pick;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What servers of one zone cut have said that is good enough only if no other says more: an empty
 * reply, a resolver's word, a referral that claims authority. Nothing of it is kept.
 */
final class SecondBest {

  /** So many servers beside the last one are asked where one says nothing at all. */
  private static final int OPINIONS = 2;

  private @Nullable Outcome outcome;
  private @Nullable ZoneCut deeper;
  private int opinions;

  /** Notes an empty reply; the outcome, once enough servers have said the same. */
  Optional<Outcome> note(Verdict.Doubtful said) {
    outcome = said.outcome();
    return ++opinions > OPINIONS ? Optional.of(said.outcome()) : Optional.empty();
  }

  /** Notes what a server says as a resolver, unless there is something else already. */
  void note(Verdict.Lame said) {
    outcome = outcome == null ? said.hearsay().orElse(null) : outcome;
  }

  /** Notes a referral that claims authority. */
  void note(Verdict.DoubtfulReferral said) {
    deeper = said.referral().cut();
  }

  /** The outcome that has to do where this is all that can be done at a cut. */
  Optional<Outcome> instead(Pick pick, ZoneCut cut) {
    return promisesMore(pick, cut) ? Optional.empty() : any();
  }

  /** The outcome that has to do, if there is one. */
  Optional<Outcome> any() {
    return Optional.ofNullable(outcome);
  }

  /** The cut that has to do, if there is one. */
  Optional<ZoneCut> deeper() {
    return Optional.ofNullable(deeper);
  }

  private static boolean promisesMore(Pick pick, ZoneCut cut) {
    return switch (pick) {
      case Pick.Ask ask -> true;
      case Pick.LookUp unknown -> cut.addressesOf(unknown.nameServer()).isEmpty();
      case Pick.Exhausted none -> false;
      case Pick.Resting silent -> false;
    };
  }
}
