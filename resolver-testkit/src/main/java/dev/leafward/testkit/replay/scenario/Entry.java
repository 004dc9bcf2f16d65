// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.rdata.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message of a scenario: at once a pattern for messages and a template of one.
 *
 * @param line where it begins in the file, counted from 1
 * @param match what a message must share with it, all of it
 * @param adjust how the template is fitted to a query
 * @param packet the message
 * @param raw octets that are sent in the place of the message; the message still serves to match
 * @param further more messages of the same answer over TCP
 * @param mandatory whether it must have answered something by the end
 */
public record Entry(
    int line,
    List<MatchRule> match,
    Set<Adjustment> adjust,
    PacketTemplate packet,
    Optional<Octets> raw,
    List<PacketTemplate> further,
    boolean mandatory) {

  /** How a template is fitted to a query. */
  public enum Adjustment {
    /** Takes the ID of the query. Without this a resolver drops the answer. */
    COPY_ID,
    /** Takes the question of the query. */
    COPY_QUERY,
    /** Sends nothing. */
    DO_NOT_ANSWER,
    /** Takes the ID of the query into raw octets. */
    RAW_ID,
    /** Sets the scope of the client subnet to its source. */
    COPY_EDNSDATA_ASSUME_CLIENTSUBNET,
    /** Adds one to the scope of the client subnet. */
    INCREMENT_ECS_SCOPE,
    /** Waits before it answers. */
    SLEEP
  }

  /** Copies the collections. */
  public Entry {
    match = List.copyOf(match);
    adjust = Set.copyOf(adjust);
    further = List.copyOf(further);
  }

  /** Whether it matches by a condition. */
  public boolean matches(MatchRule.Kind kind) {
    return match.stream().anyMatch(rule -> rule.kind() == kind);
  }
}
