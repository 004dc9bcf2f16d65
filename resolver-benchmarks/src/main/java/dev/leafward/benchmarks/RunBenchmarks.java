// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks in rounds, each with fresh virtual machines, and prints how Leafward
 * compares.
 *
 * <p>A round measures every library once, so that what disturbs the machine for a while disturbs
 * all of them.
 */
public final class RunBenchmarks {
  private static final String USAGE = "arguments: short|full DIRECTORY [PATTERN...]";

  private RunBenchmarks() {}

  /**
   * Runs what the arguments say.
   *
   * @param arguments {@code short} or {@code full}, where JMH's results go, and patterns of
   *     benchmarks, all by default
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2 || !List.of("short", "full").contains(arguments[0])) {
      throw new IllegalArgumentException(USAGE);
    }
    boolean full = arguments[0].equals("full");
    Path directory = Files.createDirectories(Path.of(arguments[1]));
    List<String> patterns = List.of(arguments).subList(2, arguments.length);
    int rounds = full ? 3 : 1;
    List<Collection<RunResult>> results = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Path json = directory.resolve("round-" + round + ".json");
      results.add(new Runner(options(full, patterns, json).build()).run());
    }
    System.out.println();
    System.out.print(RatioTable.of(results));
  }

  private static ChainedOptionsBuilder options(boolean full, List<String> patterns, Path json) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(1)
            // One collector thread, so that it does not compete with what is measured.
            .jvmArgs("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m")
            .warmupIterations(5)
            .warmupTime(TimeValue.milliseconds(full ? 1000 : 400))
            .measurementIterations(10)
            .measurementTime(TimeValue.milliseconds(full ? 500 : 200))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(json.toString());
    patterns.forEach(options::include);
    return options;
  }
}
