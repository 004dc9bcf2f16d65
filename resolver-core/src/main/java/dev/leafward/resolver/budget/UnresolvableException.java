// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.budget;

import dev.leafward.resolver.answer.Failure;

/**
 * A lookup ends without an outcome. Inside the resolver only: the front door turns it into a {@link
 * dev.leafward.resolver.answer.ResolutionException}, which knows the whole way.
 */
public final class UnresolvableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** A lookup that failed. No stack trace is kept: failures are outcomes, and frequent. */
  public UnresolvableException(Failure failure) {
    super(failure.sentence(), null, false, false);
    this.failure = failure;
  }

  /** Why. */
  public Failure failure() {
    return failure;
  }
}
