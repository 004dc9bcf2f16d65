// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows aliases until there are none (RFC 1034 section 5.3.3 step 4c), a bounded number of steps
 * and never in a circle.
 */
final class AliasChaser {

  private final Lookup lookup;
  private final int mostAliases;

  AliasChaser(Lookup lookup, int mostAliases) {
    this.lookup = lookup;
    this.mostAliases = mostAliases;
  }

  /**
   * What the aliases led to.
   *
   * @param aliases the CNAME RRsets followed, in order, each behind the DNAME that implies it
   * @param outcome the outcome at their end, itself no alias
   */
  record Chased(List<RRset> aliases, Outcome outcome) {
    Chased {
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * The outcome of a question, aliases followed, believed as far as the context asks.
   *
   * @throws UnresolvableException if it cannot be found out
   */
  Chased chase(Question question, Context context) throws UnresolvableException {
    Chain chain = new Chain(question, context.recorder());
    Outcome outcome = lookup.find(question, context);
    while (outcome instanceof Outcome.Alias alias) {
      boolean saidMore =
          alias.then().isPresent() && lookup.isOneSource(chain.question, chain.after(alias));
      chain.follow(alias);
      outcome = saidMore ? alias.then().get() : lookup.find(chain.question, context);
    }
    return new Chased(chain.aliases, outcome);
  }

  /**
   * The same from the cache alone; empty if anything on the way is not there.
   *
   * @param outdated takes what should be looked up afterwards
   * @throws UnresolvableException if the aliases are too many or lead in a circle
   */
  Optional<Chased> chaseInCache(
      Question question, Trust least, Recorder recorder, Outdated outdated)
      throws UnresolvableException {
    Chain chain = new Chain(question, recorder);
    while (true) {
      Optional<Outcome> outcome = lookup.findHere(chain.question, least, recorder, outdated);
      if (outcome.isEmpty()) {
        return Optional.empty();
      }
      if (!(outcome.get() instanceof Outcome.Alias alias)) {
        return Optional.of(new Chased(chain.aliases, outcome.get()));
      }
      chain.follow(alias);
    }
  }

  /** The aliases followed so far, and the question they lead to. */
  private final class Chain {
    private final Recorder recorder;
    private final List<RRset> aliases = new ArrayList<>();
    private final List<DomainName> names = new ArrayList<>();
    private Question question;

    Chain(Question question, Recorder recorder) {
      this.question = question;
      this.recorder = recorder;
      names.add(question.name());
    }

    void follow(Outcome.Alias alias) throws UnresolvableException {
      boolean seen = names.contains(alias.target());
      names.add(alias.target());
      if (seen) {
        throw new UnresolvableException(new Failure.AliasLoop(names));
      }
      if (names.size() - 1 > mostAliases) {
        throw new UnresolvableException(new Failure.LimitReached("aliases in a row", mostAliases));
      }
      alias.redirection().ifPresent(by -> aliases.add(by.dname()));
      aliases.add(alias.cname());
      recorder.step(new Step.AliasFollowed(alias.cname(), alias.target()));
      question = after(alias);
    }

    Question after(Outcome.Alias alias) {
      return new Question(alias.target(), question.type(), question.rrClass());
    }
  }
}
