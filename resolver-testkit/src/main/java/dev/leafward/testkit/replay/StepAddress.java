// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.replay.scenario.ScenarioStep;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Reads the address that a step names. */
final class StepAddress {

  private StepAddress() {}

  /** The address behind ADDRESS; nothing if the step names none. */
  static Optional<InetAddress> of(ScenarioStep step) {
    List<String> words = step.arguments();
    if (words.size() < 2 || !words.getFirst().equals("ADDRESS")) {
      return Optional.empty();
    }
    String literal = words.get(1).split("@", 2)[0];
    return InetAddresses.isInetAddress(literal)
        ? Optional.of(InetAddresses.forString(literal))
        : Optional.empty();
  }
}
