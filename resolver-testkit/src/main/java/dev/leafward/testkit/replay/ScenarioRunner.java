// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.simulation.SimulatedThreads;
import dev.leafward.wire.io.TextFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Runs replay scenarios against a recursive resolver of this library: its engine, its cache and its
 * codec, in virtual time, with nothing mocked but network and clock.
 *
 * <p>Deckard's scenarios are run with and without QNAME minimisation unless they choose, and must
 * pass both ways. The same scenario runs the same way each time.
 */
public final class ScenarioRunner {

  private static final long SEED = 20_260_101;

  /** A runner. */
  public ScenarioRunner() {}

  /** Reads and runs the scenario in a file; one that cannot be read has failed. */
  public ScenarioResult run(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return run(Scenario.parse(name, Files.readString(file, StandardCharsets.UTF_8)));
    } catch (TextFormatException e) {
      return unreadable(name, e.line() + ":" + e.column(), e.reason());
    } catch (IOException e) {
      return unreadable(name, "reading", String.valueOf(e));
    }
  }

  private static ScenarioResult unreadable(String name, String where, String reason) {
    return new ScenarioResult(name, new Verdict.Failed(where, reason), List.of());
  }

  /** Runs a scenario. */
  public ScenarioResult run(Scenario scenario) {
    List<String> log = new ArrayList<>();
    try {
      Verdict verdict = new Verdict.Passed(List.of());
      for (QnameMinimisation mode : ResolverSetup.modes(scenario)) {
        log.add("with QNAME minimisation " + mode);
        verdict = run(scenario, mode, log);
        if (!(verdict instanceof Verdict.Passed)) {
          break;
        }
      }
      return new ScenarioResult(scenario.source(), verdict, log);
    } catch (MissingFeatureException e) {
      return new ScenarioResult(scenario.source(), new Verdict.Skipped(e.feature()), log);
    }
  }

  private static Verdict run(Scenario scenario, QnameMinimisation mode, List<String> lines)
      throws MissingFeatureException {
    SimulatedThreads threads = new SimulatedThreads(SEED);
    ReplayLog log = new ReplayLog(threads.time());
    ReplayNetwork network = new ReplayNetwork(threads.time());
    ResolverSetup setup = new ResolverSetup(scenario, mode);
    try (Resolver resolver =
        setup
            .builder()
            .udp(network.transport(Protocol.UDP))
            .tcp(network.transport(Protocol.TCP))
            .time(threads.time())
            .executor(threads)
            .random(new SplittableRandom(SEED))
            .build()) {
      setup.startTime().ifPresent(threads.time()::setWallClock);
      try {
        return new ScenarioRun(scenario, threads, network, resolver, log).run();
      } finally {
        network.shutDown();
        threads.run();
      }
    } catch (FailedStepException e) {
      return explained(scenario, mode, e.verdict());
    } catch (IllegalStateException e) {
      return new Verdict.Failed("the resolver broke down", String.valueOf(e.getMessage()));
    } finally {
      threads.close();
      lines.addAll(log.lines());
    }
  }

  /** Says how it was run where that was not the scenario's choice. */
  private static Verdict explained(
      Scenario scenario, QnameMinimisation mode, Verdict.Failed failed) {
    boolean chosen =
        scenario.dialect() == Dialect.UNBOUND || ResolverSetup.modes(scenario).size() == 1;
    String how = mode == QnameMinimisation.OFF ? "without" : "with";
    return chosen
        ? failed
        : new Verdict.Failed(
            failed.where() + " (" + how + " QNAME minimisation)", failed.difference());
  }
}
