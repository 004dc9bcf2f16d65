// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.text.Printable;
import dev.leafward.testkit.replay.ReplayTotals;
import dev.leafward.testkit.replay.ScenarioFiles;
import dev.leafward.testkit.replay.ScenarioResult;
import dev.leafward.testkit.replay.ScenarioRunner;
import dev.leafward.testkit.replay.scenario.Dialect;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leafward replay}: runs replay scenarios. */
@Command(
    name = "leafward replay",
    sortOptions = false,
    usageHelpAutoWidth = false,
    usageHelpWidth = 80,
    description = {
      "%nRuns replay scenarios as Unbound and Deckard have them (*.rpl, *.crpl) against the"
          + " resolver, in virtual time, and writes a line for each: ok; not ok, with the step and"
          + " the difference; or skip, with the missing feature. The last line counts them.%n"
    },
    optionListHeading = "Options:%n",
    footerHeading = "%nExit status:%n",
    footer = {
      "   0  no scenario failed",
      "   1  one failed or could not be read, or the command line was not understood",
      "  10  anything else, such as a file or folder that is not there"
    })
final class ReplayCommand implements Task {
  private static final String LOG_INDENT = "        ";

  @Parameters(
      paramLabel = "FILE|DIR",
      description = "Scenarios, and folders with scenarios in them at any depth.",
      arity = "0..*")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-v", "--verbose"},
      description = "Also write what was asked and answered.")
  boolean verbose;

  @Option(
      names = "--dialect",
      paramLabel = "unbound|deckard",
      description = "How to read and run them. Default: as each is written.")
  @Nullable String dialect;

  @Override
  public ExitStatus run(PrintStream out, PrintStream err) throws UsageException, IOException {
    if (paths.isEmpty()) {
      throw new UsageException("name the files or folders to run");
    }
    ScenarioRunner runner = runner();
    try {
      return replay(runner, out);
    } catch (IOException e) {
      throw new IOException("cannot be read: " + e.getMessage(), e);
    }
  }

  private ExitStatus replay(ScenarioRunner runner, PrintStream out) throws IOException {
    ReplayTotals totals = new ReplayTotals();
    for (Path file : ScenarioFiles.at(paths)) {
      ScenarioResult result = runner.run(file);
      totals.add(result);
      out.println(Printable.of(result.line()));
      if (verbose) {
        result.log().forEach(entry -> out.println(LOG_INDENT + Printable.of(entry)));
      }
      out.flush();
    }
    out.println(totals.line());
    return totals.failed() == 0 ? ExitStatus.REPLY : ExitStatus.FAILED;
  }

  private ScenarioRunner runner() throws UsageException {
    if (dialect == null) {
      return new ScenarioRunner();
    }
    return switch (dialect) {
      case "unbound" -> new ScenarioRunner(Dialect.UNBOUND);
      case "deckard" -> new ScenarioRunner(Dialect.DECKARD);
      default -> throw new UsageException("'" + dialect + "' is no dialect: unbound or deckard");
    };
  }
}
