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
  private final boolean ofTheMoment;

  private UnresolvableException(Failure failure, boolean ofTheMoment) {
    // No stack trace is kept: failures are outcomes, and frequent.
    super(failure.sentence(), null, false, false);
    this.failure = failure;
    this.ofTheMoment = ofTheMoment;
  }

  /** A lookup that failed. */
  public UnresolvableException(Failure failure) {
    this(failure, false);
  }

  /**
   * A lookup that failed for reasons that may have passed in a moment, or that another one would
   * not have: nothing to remember (RFC 9520).
   */
  public static UnresolvableException ofTheMoment(Failure failure) {
    return new UnresolvableException(failure, true);
  }

  /** Whether the same lookup may well fare better at once, or in another's name. */
  public boolean isOfTheMoment() {
    return ofTheMoment;
  }

  /** Why. */
  public Failure failure() {
    return failure;
  }
}
