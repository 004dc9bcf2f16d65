// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks.lookups;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Looks the same names up with Leafward and MiniDNS in turn, each time from an empty cache, and
 * prints what a lookup cost and how many there were a second.
 *
 * <p>All rounds run in one virtual machine; the first one, while the code is still being compiled,
 * does not count. The medians of the others do.
 */
public final class CompareLookups {
  private static final String USAGE = "arguments: HINTS NAMES COUNT THREADS ROUNDS";
  private static final int MOST_MINUTES = 10;

  private CompareLookups() {}

  /** What a round came to. */
  private record Round(double perSecond, double processorMicros, int found) {}

  /** Begins with an empty cache. */
  @FunctionalInterface
  private interface Beginning {
    Contestant begin() throws Exception;
  }

  /**
   * Compares.
   *
   * @param arguments a file of root hints, a file of names with final dots (a type behind them is
   *     passed over), how many of them, threads, rounds
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 5) {
      throw new IllegalArgumentException(USAGE);
    }
    String hints = Files.readString(Path.of(arguments[0]), StandardCharsets.ISO_8859_1);
    List<String> names = names(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    int threads = Integer.parseInt(arguments[3]);
    int rounds = Integer.parseInt(arguments[4]);
    MiniDns.startAt(hints);
    Map<String, Beginning> contestants = new LinkedHashMap<>();
    contestants.put("Leafward", () -> new Leafward(hints));
    contestants.put("MiniDNS", MiniDns::new);
    Map<String, List<Round>> results = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Beginning> each : contestants.entrySet()) {
        Round result = run(each.getValue(), names, threads);
        System.out.println((round == 0 ? "warm-up: " : "") + line(each.getKey(), result));
        if (round > 0) {
          results.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(result);
        }
      }
    }
    printRatios(results);
  }

  private static List<String> names(Path file, int count) throws Exception {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.limit(count).map(line -> line.split("\\s", 2)[0]).toList();
    }
  }

  private static Round run(Beginning beginning, List<String> names, int threads) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger found = new AtomicInteger();
    long start = System.nanoTime();
    long processorStart = processorNanos();
    try (Contestant contestant = beginning.begin();
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        ends.add(workers.submit(() -> work(contestant, names, next, found)));
      }
      for (Future<?> end : ends) {
        end.get(MOST_MINUTES, TimeUnit.MINUTES);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double processorMicros = (processorNanos() - processorStart) / 1e3;
    return new Round(names.size() / seconds, processorMicros / names.size(), found.get());
  }

  private static Void work(
      Contestant contestant, List<String> names, AtomicInteger next, AtomicInteger found)
      throws Exception {
    for (int i = next.getAndIncrement(); i < names.size(); i = next.getAndIncrement()) {
      if (contestant.findsAddress(names.get(i))) {
        found.incrementAndGet();
      }
    }
    return null;
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  private static String line(String name, Round round) {
    return String.format(
        Locale.ROOT,
        "%-9s %,8.0f lookups/s, %5.0f us of processor a lookup, %,d found",
        name,
        round.perSecond(),
        round.processorMicros(),
        round.found());
  }

  private static void printRatios(Map<String, List<Round>> results) {
    Round ours = median(results.getOrDefault("Leafward", List.of()));
    Round theirs = median(results.getOrDefault("MiniDNS", List.of()));
    System.out.printf(
        Locale.ROOT,
        "medians, Leafward to MiniDNS: %.1f times the lookups/s, %.2f of the processor time%n",
        ours.perSecond() / theirs.perSecond(),
        ours.processorMicros() / theirs.processorMicros());
  }

  private static Round median(List<Round> rounds) {
    double[] perSecond = rounds.stream().mapToDouble(Round::perSecond).sorted().toArray();
    double[] micros = rounds.stream().mapToDouble(Round::processorMicros).sorted().toArray();
    int middle = perSecond.length / 2;
    return new Round(perSecond[middle], micros[middle], rounds.getFirst().found());
  }
}
