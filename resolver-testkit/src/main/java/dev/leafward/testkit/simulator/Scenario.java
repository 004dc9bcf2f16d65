// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.testkit.simulation.LinkConditions;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A world, what is wrong with it, and what it is asked: all that a seed decides.
 *
 * @param seed the seed
 * @param topology the zones and where they are served
 * @param behaviours what is odd about servers, by address; the others do as they should
 * @param weather the way to every server
 * @param setup how the resolver is set up, for an explanation
 * @param configuration the same, done
 * @param rounds the questions
 */
record Scenario(
    long seed,
    Topology topology,
    Map<String, Behaviour> behaviours,
    LinkConditions weather,
    String setup,
    UnaryOperator<RecursiveBuilder> configuration,
    List<Round> rounds) {

  /** Whether datagrams get lost, so that any question may fail. */
  boolean loses() {
    return weather.loss() > 0;
  }

  /** Whether servers lie, or others in their name. */
  boolean isHostile() {
    return behaviours.values().stream().anyMatch(each -> each.standing() == Standing.LYING);
  }
}
