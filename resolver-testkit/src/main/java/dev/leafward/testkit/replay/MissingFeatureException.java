// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

/** A scenario needs something that is not there. */
final class MissingFeatureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String feature;

  MissingFeatureException(String feature) {
    super("the scenario needs " + feature);
    this.feature = feature;
  }

  String feature() {
    return feature;
  }
}
