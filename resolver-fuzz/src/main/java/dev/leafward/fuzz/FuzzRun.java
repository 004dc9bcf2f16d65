// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Tries targets on mutated seeds as fast as they go: many executions, where Jazzer's are few and
 * guided by coverage.
 *
 * <p>The work is cut into batches. A batch is determined by target, seed and number, whatever ran
 * before it, so that a find is seen again by running its batch alone.
 */
public final class FuzzRun {
  /** The number of executions in a batch. */
  public static final int BATCH = 10_000;

  private static final long NANOS = 1_000_000_000L;

  private final Set<FuzzTarget> targets;
  private final long seed;
  private final Map<FuzzTarget, List<byte[]>> seeds = new EnumMap<>(FuzzTarget.class);
  private final Map<FuzzTarget, Long> executions = new EnumMap<>(FuzzTarget.class);

  /**
   * Prepares a run.
   *
   * @param targets what to try, in turn
   * @param seed decides every octet of the run
   */
  public FuzzRun(Set<FuzzTarget> targets, long seed) {
    this.targets = EnumSet.copyOf(targets);
    this.seed = seed;
    for (FuzzTarget target : targets) {
      seeds.put(target, target.seeds());
      executions.put(target, 0L);
    }
  }

  /**
   * Runs one batch of every target.
   *
   * @param number the number of the batch, from 0
   * @throws AssertionError at the first find, with target, octets, and what went wrong as the cause
   */
  public void batch(long number) {
    for (FuzzTarget target : targets) {
      long batchSeed = seed * 0x9E3779B97F4A7C15L + number * 31 + target.commandName().hashCode();
      Mutator mutator =
          new Mutator(seeds.getOrDefault(target, List.of()), new SplittableRandom(batchSeed));
      for (int i = 0; i < BATCH; i++) {
        execute(target, mutator.next(), number);
      }
      executions.merge(target, (long) BATCH, Long::sum);
    }
  }

  private void execute(FuzzTarget target, byte[] octets, long batch) {
    try {
      target.check(octets);
    } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError broken) {
      throw new AssertionError(
          "%s, seed %d, batch %d: %s"
              .formatted(target.commandName(), seed, batch, HexFormat.of().formatHex(octets)),
          broken);
    }
  }

  /** Returns how often targets have been tried. */
  public long executions() {
    return executions.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Runs until a time or a number of executions is reached, or something is found.
   *
   * @param arguments the target or {@code all}, then the most seconds, the most executions, the
   *     seed, and the batch to begin with; all but the first have defaults
   */
  public static void main(String[] arguments) {
    long seconds = number(arguments, 1, 60);
    long most = number(arguments, 2, Long.MAX_VALUE);
    FuzzRun run =
        new FuzzRun(targets(arguments.length > 0 ? arguments[0] : "all"), number(arguments, 3, 1));
    long start = System.nanoTime();
    long reported = start;
    long batch = number(arguments, 4, 0);
    while (System.nanoTime() - start < seconds * NANOS && run.executions() < most) {
      run.batch(batch++);
      if (System.nanoTime() - reported > 60 * NANOS) {
        reported = System.nanoTime();
        run.report(System.out, reported - start, batch);
      }
    }
    run.report(System.out, System.nanoTime() - start, batch);
    run.executions.forEach(
        (target, count) -> System.out.println(target.commandName() + ' ' + count));
  }

  private void report(PrintStream out, long nanos, long batch) {
    out.printf(
        "%,d executions in %,d s, seed %d, next batch %d; nothing found%n",
        executions(), nanos / NANOS, seed, batch);
  }

  private static long number(String[] arguments, int index, long otherwise) {
    return index < arguments.length ? Long.parseLong(arguments[index]) : otherwise;
  }

  private static Set<FuzzTarget> targets(String name) {
    if (name.equals("all")) {
      return EnumSet.allOf(FuzzTarget.class);
    }
    return EnumSet.of(
        Stream.of(FuzzTarget.values())
            .filter(target -> target.commandName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no target " + name)));
  }
}
