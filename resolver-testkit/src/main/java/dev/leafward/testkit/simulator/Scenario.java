// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.testkit.simulation.LinkConditions;
import java.util.List;
import java.util.Map;

/**
 * A world, what is wrong with it, and what it is asked: all that a seed decides.
 *
 * @param seed the seed
 * @param history what becomes of the zones from round to round
 * @param behaviours what is odd about servers, by address; the others do as they should
 * @param weather the way to every server
 * @param setup how the resolver is set up
 * @param rounds the questions
 */
record Scenario(
    long seed,
    History history,
    Map<String, Behaviour> behaviours,
    LinkConditions weather,
    Setup setup,
    List<Round> rounds) {

  /** The zones as they are at first; later ones have other data, but the same servers. */
  Topology topology() {
    return history.of(0).topology();
  }

  /** Whether datagrams get lost, so that any question may fail. */
  boolean loses() {
    return weather.loss() > 0;
  }
}
