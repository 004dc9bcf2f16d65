// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.simulation.SimulatedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in a run, a line for each thing, with the time. */
final class ReplayLog {

  private static final double NANOS_PER_SECOND = 1e9;

  private final SimulatedTime time;
  private final List<String> lines = new ArrayList<>();

  ReplayLog(SimulatedTime time) {
    this.time = time;
  }

  /** Adds what happened just now. */
  void add(String what) {
    String seconds = String.format(Locale.ROOT, "%9.3f s  ", time.nanos() / NANOS_PER_SECOND);
    what.lines().forEach(line -> lines.add(seconds + line));
  }

  List<String> lines() {
    return lines;
  }
}
