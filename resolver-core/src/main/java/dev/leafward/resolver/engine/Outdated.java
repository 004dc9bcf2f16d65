// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.wire.message.Question;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Questions of one caller that the cache has answered, but that should be looked up anew. That
 * happens once the caller has its answer: it is nothing to wait for. Not safe for use by several
 * threads.
 */
final class Outdated {

  private final Set<Question> questions = new LinkedHashSet<>();

  void add(Question question) {
    questions.add(question);
  }

  Set<Question> questions() {
    return Set.copyOf(questions);
  }
}
