// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

/**
 * The command's version. A constant, since the command may run from class files and from jars, on
 * the class path and on the module path, and should say the same everywhere; a test compares it
 * with the build's.
 */
final class Version {

  /** The release that this is, or leads to. */
  static final String NUMBER = "0.1.0";

  private Version() {}
}
