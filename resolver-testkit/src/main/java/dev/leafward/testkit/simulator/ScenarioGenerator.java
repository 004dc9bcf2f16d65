// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.testkit.simulation.LinkConditions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Draws a whole {@link Scenario} from a seed: every fourth world is honest and without faults. */
final class ScenarioGenerator {

  /**
   * What the simulator learnt to draw after its first seeds had been played is drawn apart, so that
   * their worlds stay what they were. The number is one with which the first that broke a rule have
   * nothing of it.
   */
  private static final long LATER = 0x301;

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
    Setup setup = new Setup(minimisation, false, List.of(), ServeStale.OFF, Prefetch.OFF);
    History still = ChangeGenerator.none(topology, rounds.size());
    Scenario plain = new Scenario(seed, still, behaviours, weather, setup, rounds);
    Draw more = new Draw(seed ^ LATER);
    return more.chance(0.5) ? plain : new Elaboration(more, plain, honest).elaborate();
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
