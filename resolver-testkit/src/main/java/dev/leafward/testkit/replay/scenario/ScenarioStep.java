// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import java.util.List;
import java.util.Optional;

/**
 * One step of a scenario.
 *
 * @param number its number, which ranges refer to
 * @param line where it stands in the file, counted from 1
 * @param kind what is done
 * @param arguments the words behind the kind
 * @param entry the message that belongs to it, for the kinds that have one
 * @param file the lines of the file that it is compared with, for the kinds that have one
 */
public record ScenarioStep(
    long number,
    int line,
    Kind kind,
    List<String> arguments,
    Optional<Entry> entry,
    List<String> file) {

  /** What can be done in a step. */
  public enum Kind {
    /** A client asks. */
    QUERY,
    /** The client's answer is compared. */
    CHECK_ANSWER,
    /** The resolver must have sent a query. */
    CHECK_OUT_QUERY,
    /** The resolver's query is answered here. */
    REPLY,
    /** The resolver's query is never answered. */
    TIMEOUT,
    /** The resolver's query meets an error of the network. */
    ERROR,
    /** The clock moves. */
    TIME_PASSES,
    /** Nothing; what is under way settles. */
    TRAFFIC,
    /** Nothing; what is under way settles. */
    NOTHING,
    /** Sets a variable. */
    ASSIGN,
    /** The file of trust anchors is compared (RFC 5011). */
    CHECK_AUTOTRUST,
    /** A temporary file is compared. */
    CHECK_TEMPFILE,
    /** The time of a server is set. */
    INFRA_RTT,
    /** A message is taken out of the cache. */
    FLUSH_MESSAGE,
    /** A message of the cache is made stale. */
    EXPIRE_MESSAGE
  }

  /** Copies the lists. */
  public ScenarioStep {
    arguments = List.copyOf(arguments);
    file = List.copyOf(file);
  }

  /** The message that belongs to the step, whose kind must be one that has one. */
  public Entry message() {
    return entry.orElseThrow(() -> new IllegalStateException("step " + number + " has no entry"));
  }

  @Override
  public String toString() {
    return "step " + number + " " + kind;
  }
}
