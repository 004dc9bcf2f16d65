// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

/** A property has a value that means nothing. The message names both, and where it stands. */
final class InvalidSettingException extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidSettingException(String message) {
    super(message);
  }
}
