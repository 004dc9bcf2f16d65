// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import java.io.IOException;

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

  /** What went wrong. */
  public Failure failure() {
    return failure;
  }

  /** What was done until then. */
  public Explanation explanation() {
    return explanation;
  }
}
