// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import java.net.InetAddress;
import java.util.List;

/**
 * What a server answers while the scenario is between two steps, both included.
 *
 * @param line where it begins in the file, counted from 1
 * @param from the number of the first step
 * @param to the number of the last step
 * @param addresses the server's addresses; in Unbound's dialect none means all
 * @param entries what it answers to what, the first that fits counting
 */
public record ServerRange(
    int line, long from, long to, List<InetAddress> addresses, List<Entry> entries) {

  /** Copies the lists. */
  public ServerRange {
    addresses = List.copyOf(addresses);
    entries = List.copyOf(entries);
  }

  /** Whether it holds at a step. */
  public boolean holdsAt(long step) {
    return from <= step && step <= to;
  }
}
