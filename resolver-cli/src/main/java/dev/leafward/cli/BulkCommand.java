// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.bulk.BulkOptions;
import dev.leafward.cli.bulk.BulkRun;
import dev.leafward.cli.bulk.ResultFormat;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leafward bulk}: resolves the names of a file. */
@Command(
    name = "leafward bulk",
    sortOptions = false,
    usageHelpAutoWidth = false,
    usageHelpWidth = 80,
    description = {
      "%nResolves every line of FILE, a name or a name and a type (as dnsperf has them), many at"
          + " once, and writes one line of result for each, in the order of the questions. A line"
          + " that is no question has a result that says why.%n"
    },
    optionListHeading = "Options:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  leafward bulk names.txt                          four columns, tabs between",
      "  leafward bulk names.txt --json --output out.json one JSON object a line",
      "  leafward bulk names.txt --output out --resume    go on where it stopped",
      "",
      "Exit status:",
      "   0  every line has its result; NXDOMAIN, no data and SERVFAIL are results",
      "   1  the command line, or some line of the file, could not be understood",
      "  10  anything else, such as a file that cannot be read or written"
    })
final class BulkCommand implements Task {
  private static final int DEFAULT_WORKERS = 100;
  private static final int MOST_WORKERS = 10_000;
  private static final int DEFAULT_PER_SERVER = 200;
  private static final int MOST_PER_SERVER = 1_000_000;
  private static final int DEFAULT_SECONDS = 7;
  private static final int MOST_SECONDS = 3_600;

  @Parameters(
      paramLabel = "FILE",
      description = "The questions; - for standard input.",
      arity = "0..1")
  @Nullable String file;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Questions under way at once: 1 to 10000. Default: 100.")
  int workers = DEFAULT_WORKERS;

  @Option(
      names = "--per-server",
      paramLabel = "N",
      description =
          "Queries a second to one server's address; 0: as many as it takes. Default: 200.")
  int perServer = DEFAULT_PER_SERVER;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "What to ask for where a line names no type. Default: A.")
  String type = "A";

  @Option(
      names = "--time",
      paramLabel = "N",
      description = "Seconds that a question may take: 1 to 3600. Default: 7.")
  int seconds = DEFAULT_SECONDS;

  @Option(names = "--json", description = "Results as JSON objects (RFC 8427), one a line.")
  boolean json;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where results go, not to the screen.")
  @Nullable Path output;

  @Option(names = "--resume", description = "Go on with the output of an earlier run.")
  boolean resume;

  @Option(
      names = "--warm-up",
      paramLabel = "FILE",
      description =
          "Questions to resolve beforehand, with a cache of their own, for measurements; may be"
              + " given several times.")
  List<Path> warmUp = new ArrayList<>();

  @Option(names = "--demo", description = "Resolve in the little Internet inside this process.")
  boolean demo;

  @Option(
      names = "--hints",
      paramLabel = "FILE",
      description = "Start from the root servers in FILE, written as IANA's named.root.")
  @Nullable Path hints;

  @Override
  public ExitStatus run(PrintStream out, PrintStream err)
      throws UsageException, IOException, InterruptedException {
    BulkOptions options = options();
    try (OpenWorld world = OpenWorld.of(Invocation.World.of(demo, hints))) {
      BulkRun run = new BulkRun(options, world::begin, out, err);
      return switch (run.run(Palette.isTerminal())) {
        case ALL_ASKED -> ExitStatus.REPLY;
        case SOME_REFUSED -> ExitStatus.USAGE;
      };
    }
  }

  private BulkOptions options() throws UsageException {
    if (file == null) {
      throw new UsageException("name the file of questions, or - for standard input");
    }
    if (resume && output == null) {
      throw new UsageException("--resume goes on with a file, so name it by --output");
    }
    requireWithin("--concurrency", workers, 1, MOST_WORKERS);
    requireWithin("--per-server", perServer, 0, MOST_PER_SERVER);
    requireWithin("--time", seconds, 1, MOST_SECONDS);
    return new BulkOptions(
        file.equals("-") ? Optional.empty() : Optional.of(Path.of(file)),
        Optional.ofNullable(output),
        resume,
        json ? ResultFormat.JSON : ResultFormat.TEXT,
        RRType.find(type).orElseThrow(() -> new UsageException("'" + type + "' is no record type")),
        workers,
        perServer,
        Duration.ofSeconds(seconds),
        warmUp);
  }

  private static void requireWithin(String option, int value, int least, int most)
      throws UsageException {
    if (value < least || value > most) {
      throw new UsageException(
          "'" + option + " " + value + "': give a whole number from " + least + " to " + most);
    }
  }
}
