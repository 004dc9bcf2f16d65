// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.Resolver;
import dev.leafward.testkit.replay.scenario.ScenarioStep;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;

/** The steps that reach into the resolver's cache. */
final class CacheSteps {

  private CacheSteps() {}

  /** Forgets what the step names: a name, a class and a type. */
  static void flush(Resolver resolver, ScenarioStep step) throws FailedStepException {
    List<String> words = step.arguments();
    if (words.size() != 3) {
      throw new FailedStepException(step, "expected a name, a class and a type");
    }
    resolver.cache().flush(DomainName.of(words.get(0)), RRType.parse(words.get(2)));
  }
}
