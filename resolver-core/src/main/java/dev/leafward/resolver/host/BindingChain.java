// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.ServiceBinding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Follows the aliases of AliasMode from a service's name to its records in ServiceMode.
 *
 * <p>RFC 9460 sections 2.4 and 3: an alias among the records hides those in ServiceMode; of several
 * aliases one is taken by chance; an alias to the root says that there is no such service. The
 * chain has a bound, and never passes a name twice.
 *
 * <p>For use once.
 */
final class BindingChain {

  private final Resolver resolver;
  private final RRType type;
  private final RandomGenerator random;
  private final int mostAliases;
  private final List<Answer> answers = new ArrayList<>();
  private final SequencedSet<DomainName> names = new LinkedHashSet<>();
  private @Nullable ResolutionException failure;

  /** Follows aliases among records of a type, SVCB or HTTPS. */
  BindingChain(Resolver resolver, RRType type, RandomGenerator random, int mostAliases) {
    this.resolver = resolver;
    this.type = type;
    this.random = random;
    this.mostAliases = mostAliases;
  }

  /**
   * Where the aliases led.
   *
   * @param name the last name that was asked for; the root if there is no such service
   * @param owner the name that the records stand at: the last one, its CNAMEs followed
   * @param isAliased whether an alias was followed
   * @param records those in ServiceMode; none if there are none, or they could not be found out
   * @param answers all answers on the way
   * @param failure why the chain ended early, if it did
   */
  record End(
      DomainName name,
      DomainName owner,
      boolean isAliased,
      List<ServiceBinding> records,
      List<Answer> answers,
      Optional<ResolutionException> failure) {}

  /** Follows the aliases from a name. */
  End follow(DomainName first) {
    DomainName name = first;
    List<ServiceBinding> records = records(name);
    while (records.stream().anyMatch(ServiceBinding::isAlias)) {
      List<ServiceBinding> aliases = records.stream().filter(ServiceBinding::isAlias).toList();
      name = aliases.get(random.nextInt(aliases.size())).target();
      records = name.isRoot() ? List.of() : records(name);
    }
    DomainName owner =
        failure == null && !answers.isEmpty() ? answers.getLast().canonicalName() : name;
    boolean isAliased = !name.equals(first);
    return new End(name, owner, isAliased, records, answers, Optional.ofNullable(failure));
  }

  private List<ServiceBinding> records(DomainName name) {
    Question question = new Question(name, type);
    if (!names.add(name)) {
      List<DomainName> circle = new ArrayList<>(names);
      circle.add(name);
      return fail(question, new Failure.AliasLoop(circle));
    }
    if (names.size() > mostAliases + 1) {
      return fail(question, new Failure.LimitReached("aliases", mostAliases));
    }
    try {
      Answer answer = resolver.resolve(question);
      answers.add(answer);
      return answer instanceof Answer.Found found ? found.as(ServiceBinding.class) : List.of();
    } catch (ResolutionException e) {
      failure = e;
      return List.of();
    }
  }

  private List<ServiceBinding> fail(Question question, Failure why) {
    failure = new ResolutionException(why, new Explanation(question, List.of(), why.sentence()));
    return List.of();
  }
}
