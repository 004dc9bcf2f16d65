// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.testkit.simulation.LinkConditions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a whole {@link Scenario} from a seed: every fourth world is honest and without faults. */
final class ScenarioGenerator {

  /**
   * What the simulator learnt to draw after its first seeds had been played is drawn apart, so that
   * their worlds stay what they were. The number is one with which those that once broke a rule
   * have nothing of it.
   */
  private static final long LATER = 0x1F6;

  private ScenarioGenerator() {}

  static Scenario of(long seed) {
    Draw draw = new Draw(seed);
    boolean honest = draw.chance(0.25);
    Topology topology =
        new TopologyGenerator(draw.split()).generate(!honest && draw.chance(0.3) ? 0.25 : 0);
    Map<String, Behaviour> behaviours =
        honest ? Map.of() : new BehaviourGenerator(draw.split(), topology).generate();
    LinkConditions weather = weather(draw.split(), !honest && draw.chance(0.3));
    List<Round> rounds = new QuestionGenerator(draw.split(), topology).generate();
    QnameMinimisation minimisation = draw.oneOf(List.of(QnameMinimisation.values()));
    Draw more = new Draw(seed ^ LATER);
    Setup setup = setup(minimisation, more.split(), topology, honest);
    Map<String, Behaviour> careless = careless(behaviours, topology, more.split());
    Map<String, Behaviour> all = setup.mixesCase() ? careless : behaviours;
    return new Scenario(seed, topology, all, weather, setup, rounds);
  }

  /** Half of the worlds have a plain resolver. */
  private static Setup setup(
      QnameMinimisation minimisation, Draw draw, Topology topology, boolean honest) {
    if (draw.chance(0.5)) {
      return new Setup(minimisation, false, List.of());
    }
    boolean mixesCase = draw.chance(0.4);
    double faults = !honest && draw.chance(0.5) ? draw.fraction() * 0.6 : 0;
    double lies = !honest && draw.chance(0.5) ? draw.fraction() * 0.6 : 0;
    List<Detour> detours =
        draw.chance(0.7)
            ? new DetourGenerator(draw.split(), topology).generate(faults, lies)
            : List.of();
    return new Setup(minimisation, mixesCase, detours);
  }

  /** Has some of the servers that are not odd yet take no care of the case of names. */
  private static Map<String, Behaviour> careless(
      Map<String, Behaviour> behaviours, Topology topology, Draw draw) {
    Map<String, Behaviour> all = new LinkedHashMap<>(behaviours);
    topology.servers().stream()
        .filter(server -> draw.chance(0.2))
        .forEach(server -> all.putIfAbsent(server, BrokenServers.careless()));
    return all;
  }

  private static LinkConditions weather(Draw draw, boolean lossy) {
    LinkConditions link =
        LinkConditions.of(Duration.ofMillis(draw.between(0, 40)))
            .withJitter(Duration.ofMillis(draw.between(0, 20)));
    link = draw.chance(0.3) ? link.withDuplication(draw.fraction() * 0.3) : link;
    link = draw.chance(0.3) ? link.withReordering(draw.fraction() * 0.3) : link;
    return lossy ? link.withLoss(draw.oneOf(List.of(0.02, 0.1, 0.3, 0.8))) : link;
  }
}
