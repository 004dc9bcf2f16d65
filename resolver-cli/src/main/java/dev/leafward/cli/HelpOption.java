// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import picocli.CommandLine.Option;

/** The option that every {@link Subcommand} has, after its own ones. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  boolean help;
}
