// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the command does besides resolving the names on its command line: each stands behind a first
 * word of its own. A name that is such a word can be asked for by {@code -q}, or with a final dot.
 */
enum Subcommand {
  /** Resolves the names of a file. */
  BULK("bulk"),
  /** Says what this machine is configured to. */
  CONFIG("config"),
  /** Runs replay scenarios. */
  REPLAY("replay"),
  /** Looks up hosts as this machine's programs do. */
  HOSTS("hosts");

  private final String word;

  Subcommand(String word) {
    this.word = word;
  }

  /** The one that a command line begins with, if it does with one. */
  static Optional<Subcommand> of(List<String> words) {
    return Arrays.stream(values())
        .filter(each -> !words.isEmpty() && words.getFirst().equals(each.word))
        .findFirst();
  }

  /** Runs it with the words behind its own. */
  ExitStatus run(List<String> words, PrintStream out, PrintStream err) {
    List<String> arguments = words.subList(1, words.size());
    return switch (this) {
      case BULK -> BulkCommand.run(arguments, out, err);
      case CONFIG -> ConfigCommand.run(arguments, out, err);
      case REPLAY -> ReplayCommand.run(arguments, out, err);
      case HOSTS -> HostsCommand.run(arguments, out, err);
    };
  }
}
