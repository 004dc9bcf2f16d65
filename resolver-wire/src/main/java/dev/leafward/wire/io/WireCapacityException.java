// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

/**
 * Says that what is being written does not fit the size the writer may have.
 *
 * <p>Carries no stack trace, since encoding to a limit meets it in the ordinary course.
 */
public final class WireCapacityException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final int capacity;

  WireCapacityException(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public String getMessage() {
    return "longer than " + capacity + " octets";
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
