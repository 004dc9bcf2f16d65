// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.testkit.simulation.LinkConditions;
import java.util.List;
import java.util.Map;

/**
 * A world, what is wrong with it, and what it is asked: all that a seed decides.
 *
 * @param seed the seed
 * @param topology the zones and where they are served
 * @param behaviours what is odd about servers, by address; the others do as they should
 * @param weather the way to every server
 * @param setup how the resolver is set up
 * @param rounds the questions
 */
record Scenario(
    long seed,
    Topology topology,
    Map<String, Behaviour> behaviours,
    LinkConditions weather,
    Setup setup,
    List<Round> rounds) {

  /** Whether datagrams get lost, so that any question may fail. */
  boolean loses() {
    return weather.loss() > 0;
  }
}
