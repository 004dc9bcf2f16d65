// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

/** A step did not go as the scenario says. */
final class FailedStepException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String difference;

  FailedStepException(Object where, String difference) {
    super(where + ": " + difference);
    this.where = where.toString();
    this.difference = difference;
  }

  Verdict.Failed verdict() {
    return new Verdict.Failed(where, difference);
  }
}
