// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.answer.Answer;
import java.io.IOException;

/** Answers queries: the command's view of the resolvers behind it. */
interface Asker extends AutoCloseable {

  /**
   * Finds out what the DNS says.
   *
   * @throws dev.leafward.resolver.answer.ResolutionException if that could not be found out
   * @throws IOException if it could not even be asked; the message says why, in words for people
   */
  Answer ask(Query query) throws IOException;

  @Override
  void close();
}
