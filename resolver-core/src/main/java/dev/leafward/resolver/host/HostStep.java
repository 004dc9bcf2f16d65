// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Explanation;
import java.util.List;

/**
 * What one place said when it was asked for a host: a service of {@code nsswitch.conf}, or {@code
 * literal} or {@code localhost}.
 *
 * @param service the place, such as {@code files} or {@code dns}
 * @param result what it said, in words
 * @param explanations how the DNS's answers were found, in the order in which they were asked for
 */
public record HostStep(String service, String result, List<Explanation> explanations) {

  /** Copies the list. */
  public HostStep {
    explanations = List.copyOf(explanations);
  }

  /** A step that took no question to the DNS. */
  static HostStep of(String service, String result) {
    return new HostStep(service, result, List.of());
  }

  @Override
  public String toString() {
    return service + ": " + result;
  }
}
