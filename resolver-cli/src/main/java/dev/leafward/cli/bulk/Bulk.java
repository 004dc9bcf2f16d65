// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.ResolutionException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Resolves many questions at once: each worker takes the next one when it is done with the last.
 */
final class Bulk {
  /** How far the quickest may be ahead of the slowest, in questions for each worker. */
  private static final int AHEAD = 100;

  private final QuestionFile questions;
  private final Resolver resolver;
  private final ResultFormat format;
  private final OrderedOutput output;
  private final Tally tally;
  private final int workers;
  private final ReentrantLock taking = new ReentrantLock();
  private long taken;

  /**
   * A run.
   *
   * @param out where the lines of the results go, in the order of the questions
   * @param tally counts the results
   * @param workers how many questions are under way at once
   */
  Bulk(
      QuestionFile questions,
      Resolver resolver,
      ResultFormat format,
      Appendable out,
      Tally tally,
      int workers) {
    this.questions = questions;
    this.resolver = resolver;
    this.format = format;
    this.output = new OrderedOutput(out, workers * AHEAD);
    this.tally = tally;
    this.workers = workers;
  }

  /**
   * Resolves all of them.
   *
   * @throws IOException if the questions cannot be read or the results cannot be written
   * @throws InterruptedException if the thread is interrupted; the work has ended then
   */
  void run() throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        ends.add(
            threads.submit(() -> {
              work();
              return null;
            }));
      }
      try {
        for (Future<?> end : ends) {
          end.get();
        }
      } catch (ExecutionException e) {
        rethrow(e);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static void rethrow(ExecutionException e) throws IOException {
    switch (e.getCause()) {
      case IOException io -> throw io;
      case Error error -> throw error;
      case RuntimeException defect -> throw defect;
      case null, default -> throw new IllegalStateException(e);
    }
  }

  private void work() throws IOException, InterruptedException {
    while (true) {
      output.begin();
      Optional<Turn> turn = take();
      if (turn.isEmpty()) {
        return;
      }
      Result result = resolve(turn.get().entry());
      tally.add(result);
      output.write(turn.get().place(), format.line(result));
    }
  }

  /** An entry and its place in the output. */
  private record Turn(long place, Entry entry) {}

  private Optional<Turn> take() throws IOException {
    taking.lock();
    try {
      return questions.next().map(entry -> new Turn(taken++, entry));
    } finally {
      taking.unlock();
    }
  }

  private Result resolve(Entry entry) {
    return switch (entry) {
      case Entry.Refused refused -> new Result.Unasked(refused);
      case Entry.Asked asked -> {
        long start = System.nanoTime();
        try {
          yield new Result.Answered(asked, resolver.resolve(asked.question()), since(start));
        } catch (ResolutionException e) {
          yield new Result.Failed(asked, e.failure(), since(start));
        }
      }
    };
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
