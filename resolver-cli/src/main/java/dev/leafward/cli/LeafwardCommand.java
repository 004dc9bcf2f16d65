// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.text.Printable;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ReplyComposer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.wire.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs one command line: reads it, asks its questions one after the other, shows each reply as soon
 * as it is there.
 *
 * <p>Replies go to the output, complaints to the error stream, each as one sentence.
 */
final class LeafwardCommand {
  private final PrintStream out;
  private final PrintStream err;
  private final Supplier<Palette> palette;
  private final AskerOpener opener;

  /**
   * A command.
   *
   * @param palette asked when there is something to colour: looking for a terminal takes time
   */
  LeafwardCommand(PrintStream out, PrintStream err, Supplier<Palette> palette, AskerOpener opener) {
    this.out = out;
    this.err = err;
    this.palette = palette;
    this.opener = opener;
  }

  /** Runs a command line. */
  ExitStatus run(List<String> words) {
    Invocation invocation;
    try {
      invocation = InvocationParser.parse(words);
    } catch (UsageException e) {
      complain(e.sentence());
      return ExitStatus.USAGE;
    }
    return switch (invocation) {
      case Invocation.Help help -> {
        Flags.printHelp(out);
        yield ExitStatus.REPLY;
      }
      case Invocation.ShowVersion version -> {
        out.println("Leafward " + Version.NUMBER);
        yield ExitStatus.REPLY;
      }
      case Invocation.Resolve resolve -> resolve(resolve, words);
    };
  }

  private ExitStatus resolve(Invocation.Resolve invocation, List<String> words) {
    ExitStatus status = ExitStatus.REPLY;
    try (Asker asker = opener.open(invocation.world())) {
      printBanner(invocation.queries(), words);
      for (Query query : invocation.queries()) {
        Report report = report(query, invocation.world(), asker);
        show(report);
        out.flush();
        status = status.or(judge(report, invocation.world()));
      }
    } catch (IOException e) {
      complain(String.valueOf(e.getMessage()));
      return ExitStatus.INTERNAL;
    }
    return status;
  }

  /** As with dig, one question without a banner is enough for there to be none. */
  private void printBanner(List<Query> queries, List<String> words) {
    if (queries.stream().allMatch(LeafwardCommand::hasBanner)) {
      new DigPrinter(out).printBanner(words);
      if (queries.getFirst().display().trace()) {
        out.println();
      }
    }
  }

  private static boolean hasBanner(Query query) {
    Query.Display display = query.display();
    return display.shown().has(Shown.Part.BANNER) && !display.shortForm() && !display.json();
  }

  private static Report report(Query query, Invocation.World world, Asker asker)
      throws IOException {
    OffsetDateTime when = OffsetDateTime.now(ZoneId.systemDefault());
    long start = System.nanoTime();
    Query asked;
    Message message;
    Explanation explanation;
    Optional<Failure> failure;
    try {
      Answer answer = asker.ask(query);
      asked = query.about(answer.question());
      message = ReplyComposer.reply(asked.message(), answer);
      explanation = answer.explanation();
      failure = Optional.empty();
    } catch (ResolutionException e) {
      asked = query.about(e.explanation().question());
      message = ReplyComposer.failure(asked.message(), e.failure());
      explanation = e.explanation();
      failure = Optional.of(e.failure());
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new Report(asked, message, explanation, failure, elapsed, when, describe(world));
  }

  private static String describe(Invocation.World world) {
    return switch (world) {
      case Invocation.World.Internet internet -> "recursive from the root";
      case Invocation.World.Hints hints ->
          Printable.of("recursive from the root in " + hints.hints());
      case Invocation.World.Forwarders forwarders -> "by " + forwarders.text();
      case Invocation.World.Servers servers -> "by " + servers.text();
      case Invocation.World.Machine machine -> "as this machine is configured";
      case Invocation.World.Demo demo -> "recursive in the demo Internet";
    };
  }

  private void show(Report report) {
    Query.Display display = report.query().display();
    if (display.json()) {
      new JsonPrinter(out).print(report); // RFC 8427 section 2.6 has names in ASCII only
    } else if (display.unicode()) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      print(report, new PrintStream(text, true, StandardCharsets.UTF_8));
      out.print(InternationalNames.toUnicode(text.toString(StandardCharsets.UTF_8)));
    } else {
      print(report, out);
    }
  }

  private void print(Report report, PrintStream to) {
    Query.Display display = report.query().display();
    if (display.trace()) {
      new TracePrinter(to, palette.get()).print(report.explanation());
    }
    if (display.shortForm()) {
      new ShortPrinter(to).print(report);
    } else {
      new DigPrinter(to).print(report);
    }
  }

  private ExitStatus judge(Report report, Invocation.World world) {
    if (report.isUnreachable()) {
      complain(Complaints.unreachable(report, world));
      return ExitStatus.NO_SERVER;
    }
    report.failure().ifPresent(f -> complain(Complaints.unresolved(report.query(), f)));
    return ExitStatus.REPLY;
  }

  private void complain(String sentence) {
    out.flush();
    err.println("leafward: " + Printable.of(sentence)); // it may quote the command line or a file
    err.flush();
  }
}
