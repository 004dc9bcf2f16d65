// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.message.Question;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.util.List;

/**
 * It could not be found out what the DNS says, and why. That a name does not exist is no such
 * failure but an {@link Answer}.
 */
public final class ResolutionException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final transient Explanation explanation;

  /** A failed resolution. */
  public ResolutionException(Failure failure, Explanation explanation) {
    super(explanation.question() + ": " + failure.sentence());
    this.failure = failure;
    this.explanation = explanation;
  }

  /** A resolution that failed before anything was done, or of which nothing is known. */
  public static ResolutionException withoutSteps(Question question, Failure failure) {
    return new ResolutionException(
        failure, new Explanation(question, List.of(), failure.sentence()));
  }

  /** Failures and explanations are no serial data: an exception without them would be a lie. */
  private void readObject(ObjectInputStream in) throws IOException {
    throw new NotSerializableException(ResolutionException.class.getName());
  }

  /** What went wrong. */
  public Failure failure() {
    return failure;
  }

  /** What was done until then. */
  public Explanation explanation() {
    return explanation;
  }
}
