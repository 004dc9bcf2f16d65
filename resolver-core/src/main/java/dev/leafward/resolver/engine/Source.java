// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.wire.message.Question;

/** Where the outcome of a question comes from when the cache has none. */
@FunctionalInterface
interface Source {

  /**
   * Finds the outcome.
   *
   * @throws UnresolvableException if it cannot be found out
   */
  Outcome resolve(Question question, Context context) throws UnresolvableException;
}
