// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.wire.message.RRset;

/** What explanations say of outcomes. */
final class Words {

  private Words() {}

  /** An outcome in a few words. */
  static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Positive found -> records(found.rrsets().getFirst());
      case Outcome.Alias alias -> "alias to " + alias.target();
      case Outcome.NoData none -> "no data";
      case Outcome.NoSuchName none -> "no such name";
    };
  }

  private static String records(RRset rrset) {
    int count = rrset.rdata().size();
    return count + " " + rrset.type() + (count == 1 ? " record" : " records");
  }

  /** The kind of a conclusive outcome. */
  static Step.Judgement judgement(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Positive found -> Step.Judgement.ANSWERED;
      case Outcome.Alias alias -> Step.Judgement.ALIAS;
      case Outcome.NoData none -> Step.Judgement.NO_DATA;
      case Outcome.NoSuchName none -> Step.Judgement.NO_SUCH_NAME;
    };
  }
}
