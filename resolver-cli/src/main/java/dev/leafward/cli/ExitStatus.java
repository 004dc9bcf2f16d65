// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

/**
 * The exit statuses of the command: dig's, since scripts know them.
 *
 * <p>The order is that of weight: of several questions on one line the heaviest status counts.
 */
enum ExitStatus {
  /** Every question got a reply. NXDOMAIN, no data and SERVFAIL are replies, as they are to dig. */
  REPLY(0),
  /** The command line could not be understood. */
  USAGE(1),
  /** A scenario failed. */
  FAILED(1),
  /** A host was not found, or could not be found out: the status that {@code getent} has for it. */
  NOT_FOUND(2),
  /** Not one server could be reached. */
  NO_SERVER(9),
  /**
   * Something went wrong that is not the DNS's fault, such as a file that cannot be read or
   * written.
   */
  INTERNAL(10);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number for the shell. */
  int code() {
    return code;
  }

  /** The one of the two that weighs more. */
  ExitStatus or(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
