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
import org.jspecify.annotations.Nullable;

/**
 * Runs replay scenarios against a recursive resolver of this library: its engine, its cache and its
 * codec, in virtual time, with nothing mocked but network and clock.
 *
 * <p>Scenarios that do not choose are run with and without QNAME minimisation. Deckard's must pass
 * both ways, as its authors have it; Unbound's one way, since most of them have no answers to
 * minimised questions. The same scenario runs the same way each time.
 */
public final class ScenarioRunner {

  private static final long SEED = 20_260_101;

  private final @Nullable Dialect dialect;

  /** Runs each scenario by the rules of the dialect that it is written in. */
  public ScenarioRunner() {
    this(null);
  }

  /**
   * Runs every scenario by the rules of one dialect.
   *
   * @param dialect null: that in which each is written
   */
  public ScenarioRunner(@Nullable Dialect dialect) {
    this.dialect = dialect;
  }

  /** Reads and runs the scenario in a file; one that cannot be read has failed. */
  public ScenarioResult run(Path file) {
    String name = file.toString();
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return run(
          dialect == null ? Scenario.parse(name, text) : Scenario.parse(name, text, dialect));
    } catch (TextFormatException e) {
      return unreadable(name, e.line() + ":" + e.column(), e.reason());
    } catch (IOException e) {
      return unreadable(name, "reading", String.valueOf(e));
    }
  }

  /** Of several ways to run it Unbound's scenarios must pass in one, Deckard's in each. */
  private static boolean isSettled(Scenario scenario, Verdict verdict) {
    return verdict instanceof Verdict.Passed == (scenario.dialect() == Dialect.UNBOUND);
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
        if (isSettled(scenario, verdict)) {
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
    ResolverSetup setup = new ResolverSetup(scenario, mode);
    ReplayNetwork network = new ReplayNetwork(threads.time(), setup.reachable());
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
        ClientDesk desk =
            new ClientDesk(resolver, threads, scenario.dialect(), setup::isLocal, log);
        return new ScenarioRun(scenario, threads, network, resolver, desk, log).run();
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
    boolean chosen = ResolverSetup.modes(scenario).size() == 1;
    String how = mode == QnameMinimisation.OFF ? "without" : "with";
    boolean anchored = !scenario.config().server().all("trust-anchor").isEmpty();
    return new Verdict.Failed(
        failed.where() + (chosen ? "" : " (" + how + " QNAME minimisation)"),
        failed.difference() + (anchored ? " (it sets trust anchors; nothing is validated)" : ""));
  }
}
