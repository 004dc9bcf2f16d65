// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.text.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

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
    Task task = task();
    CommandLine line =
        new CommandLine(task).addMixin("help", new HelpOption()).setExpandAtFiles(false);
    String help = "; see leafward " + word + " --help";
    try {
      line.parseArgs(words.stream().skip(1).toArray(String[]::new));
      if (line.isUsageHelpRequested()) {
        line.usage(out, CommandLine.Help.Ansi.OFF);
        return ExitStatus.REPLY;
      }
      return task.run(out, err);
    } catch (CommandLine.ParameterException e) {
      return complain(err, e.getMessage() + help, ExitStatus.USAGE);
    } catch (UsageException e) {
      return complain(err, e.sentence() + help, ExitStatus.USAGE);
    } catch (IOException e) {
      return complain(err, String.valueOf(e.getMessage()), ExitStatus.INTERNAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complain(err, "interrupted", ExitStatus.INTERNAL);
    }
  }

  private Task task() {
    return switch (this) {
      case BULK -> new BulkCommand();
      case CONFIG -> new ConfigCommand();
      case REPLAY -> new ReplayCommand();
      case HOSTS -> new HostsCommand();
    };
  }

  private ExitStatus complain(PrintStream err, String sentence, ExitStatus status) {
    err.println("leafward " + word + ": " + Printable.of(sentence));
    return status;
  }
}
