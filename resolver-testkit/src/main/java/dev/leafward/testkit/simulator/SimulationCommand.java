// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays many seeds, or explains one: what {@code scripts/simulate} runs.
 *
 * <p>Ends with status 0 if every rule held, 1 if not, 2 if it was called wrongly.
 */
public final class SimulationCommand {

  static final String USAGE =
      """
      usage: simulate [--seeds N] [--from S] [--threads N] [--twice-every N]
             simulate --seed S [--explain]

      Plays the worlds of N seeds (2000) from S (0) on, several at once, and every N-th (100) of
      them twice to see whether both runs are equal. Prints each violation with its seed, then the
      sums and the worst that was seen. With --explain: all that makes a world and all that happened.
      """;

  private static final int MOST_CHARACTERS = 600;
  private static final long BETWEEN_REPORTS = Duration.ofSeconds(30).toNanos();

  private final PrintStream out;
  private final Arguments arguments;
  private final Tally tally = new Tally();
  private final AtomicLong next;
  private final AtomicLong nextReportNanos = new AtomicLong(System.nanoTime() + BETWEEN_REPORTS);

  private SimulationCommand(PrintStream out, Arguments arguments) {
    this.out = out;
    this.arguments = arguments;
    this.next = new AtomicLong(arguments.from());
  }

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... words) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(List.of(words));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(USAGE);
      return 2;
    }
    SimulationCommand command = new SimulationCommand(out, arguments);
    return arguments.explain() ? command.explain() : command.play();
  }

  private int explain() {
    Scenario scenario = ScenarioGenerator.of(arguments.from());
    Play play = new Player(scenario).play();
    Report report = Simulation.report(scenario, play);
    ScenarioText.print(scenario, play, report, out);
    return report.isGood() ? 0 : 1;
  }

  private int play() {
    long begun = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < arguments.threads(); i++) {
      workers.add(Thread.ofVirtual().name("simulate-" + i).start(this::work));
    }
    try {
      for (Thread each : workers) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      next.set(arguments.end());
    }
    tally.lines().forEach(out::println);
    out.println(rate(begun));
    return tally.violating() == 0 ? 0 : 1;
  }

  private String rate(long begunNanos) {
    double seconds = (System.nanoTime() - begunNanos) / 1e9;
    return String.format(
        java.util.Locale.ROOT, "%.0f seeds a second", tally.seeds() / Math.max(seconds, 1e-3));
  }

  private void work() {
    for (long seed = next.getAndIncrement();
        seed < arguments.end();
        seed = next.getAndIncrement()) {
      Report report = play(seed);
      tally.add(report);
      report
          .violations()
          .forEach(each -> out.println("seed " + report.seed() + ": " + oneLine(each)));
      progress();
    }
  }

  private static String oneLine(String text) {
    String line = text.replace('\n', ' ');
    return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line;
  }

  /** A mistake of the simulator's own must not end the run, but be seen. */
  private Report play(long seed) {
    try {
      boolean twice = seed % arguments.twiceEvery() == 0;
      return twice ? Simulation.twice(seed) : Simulation.of(seed);
    } catch (RuntimeException | Error e) {
      Figures nothing = new Figures(0, 0, 0, 0, 0, Duration.ZERO);
      return new Report(seed, List.of("the simulator broke down: " + e), nothing, 0);
    }
  }

  private void progress() {
    long due = nextReportNanos.get();
    long now = System.nanoTime();
    if (now - due >= 0 && nextReportNanos.compareAndSet(due, now + BETWEEN_REPORTS)) {
      tally.lines().forEach(out::println);
    }
  }
}
