// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * One run of {@code leafward bulk}: warms up, skips what an earlier run has done, resolves the rest
 * and says what it came to.
 */
public final class BulkRun {
  private final BulkOptions options;
  private final BuilderSource world;
  private final PrintStream out;
  private final PrintStream err;
  private final LongAdder sent = new LongAdder();

  /** Begins resolvers of the world that the questions are about. */
  @FunctionalInterface
  public interface BuilderSource {
    /**
     * A new builder.
     *
     * @throws IOException if there can be none; its message says why
     */
    RecursiveBuilder begin() throws IOException;
  }

  /**
   * A run.
   *
   * @param out takes the results where they go to no file
   * @param err takes the summary and the progress
   */
  public BulkRun(BulkOptions options, BuilderSource world, PrintStream out, PrintStream err) {
    this.options = options;
    this.world = world;
    this.out = out;
    this.err = err;
  }

  /** What a run came to. */
  public enum End {
    /** Every line was a question, and has its result. */
    ALL_ASKED,
    /** Some lines were no questions. */
    SOME_REFUSED
  }

  /**
   * Does it all.
   *
   * @param showsProgress whether a bar on the error stream shows how far it has got
   * @throws IOException if a file cannot be read or written; the message says which, and why
   * @throws InterruptedException if the thread was interrupted
   */
  public End run(boolean showsProgress) throws IOException, InterruptedException {
    for (Path file : options.warmUp()) {
      warmUp(file);
    }
    long done = options.resumes() ? Resumption.entriesIn(options.output().orElseThrow()) : 0;
    Tally tally = new Tally();
    try (BufferedReader reader = reader(options.questions());
        Writer file = file();
        Resolver resolver = resolver()) {
      QuestionFile questions = new QuestionFile(reader, options.type());
      questions.skip(done);
      sent.reset();
      long start = System.nanoTime();
      long processorStart = processorNanos();
      Appendable to = options.output().isPresent() ? file : out;
      Bulk bulk = new Bulk(questions, resolver, options.format(), to, tally, options.workers());
      Optional<ProgressBar> bar =
          showsProgress ? Optional.of(progressBar(tally, done)) : Optional.empty();
      try {
        bulk.run();
      } finally {
        bar.ifPresent(ProgressBar::close);
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      Duration processor = Duration.ofNanos(processorNanos() - processorStart);
      file.flush();
      out.flush();
      err.print(new Summary(tally, elapsed, processor, sent.sum()).text());
    }
    return tally.statuses().containsKey(Result.INVALID) ? End.SOME_REFUSED : End.ALL_ASKED;
  }

  private void warmUp(Path file) throws IOException, InterruptedException {
    try (BufferedReader reader = reader(Optional.of(file));
        Resolver resolver = resolver()) {
      QuestionFile questions = new QuestionFile(reader, options.type());
      Writer nowhere = Writer.nullWriter();
      new Bulk(questions, resolver, options.format(), nowhere, new Tally(), options.workers())
          .run();
    }
  }

  private Resolver resolver() throws IOException {
    int waiters = Math.max(ResolverLimits.DEFAULT.waiters(), options.workers());
    return world
        .begin()
        .limits(ResolverLimits.DEFAULT.toBuilder().waiters(waiters).build())
        .deadline(options.deadline())
        .aroundTransports(this::countedAndSlowed)
        .build();
  }

  private Transport countedAndSlowed(Transport network) {
    Transport counted = new CountingTransport(network, sent);
    return options.perServer() == 0 ? counted : new PoliteTransport(counted, options.perServer());
  }

  private ProgressBar progressBar(Tally tally, long done) throws IOException {
    long total = 0;
    if (options.questions().isPresent()) {
      try (BufferedReader reader = reader(options.questions())) {
        total = new QuestionFile(reader, options.type()).count();
      }
    }
    return new ProgressBar(err, tally, done, total);
  }

  private static BufferedReader reader(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.ISO_8859_1));
    }
    try {
      return Files.newBufferedReader(file.get(), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file.get() + " to read questions from", e);
    } catch (IOException e) {
      throw new IOException("the questions in " + file.get() + " cannot be read: " + e, e);
    }
  }

  private Writer file() throws IOException {
    if (options.output().isEmpty()) {
      return Writer.nullWriter();
    }
    Path file = options.output().get();
    try {
      return options.resumes()
          ? Files.newBufferedWriter(file, StandardOpenOption.APPEND)
          : Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          file + " is there already: --resume goes on with it; else remove it first", e);
    } catch (IOException e) {
      throw new IOException("the results cannot be written to " + file + ": " + e, e);
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
