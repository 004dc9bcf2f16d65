// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Explanation;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one place said when it was asked for a host: a service of {@code nsswitch.conf}, or {@code
 * literal} or {@code localhost}.
 *
 * <p>The words are made when they are read, since hardly anybody reads those of a host that was
 * found. Equal are steps that say the same.
 */
public final class HostStep {

  private final String service;
  private final Supplier<String> result;
  private final List<Explanation> explanations;

  /** A step whose words are made anew each time that they are read, always the same. */
  HostStep(String service, Supplier<String> result, List<Explanation> explanations) {
    this.service = service;
    this.result = result;
    this.explanations = List.copyOf(explanations);
  }

  /** A step that took no question to the DNS. */
  static HostStep of(String service, String result) {
    return new HostStep(service, () -> result, List.of());
  }

  /** The place, such as {@code files} or {@code dns}. */
  public String service() {
    return service;
  }

  /** What it said, in words. */
  public String result() {
    return result.get();
  }

  /** How the DNS's answers were found, in the order in which they were asked for. */
  public List<Explanation> explanations() {
    return explanations;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HostStep step
        && service.equals(step.service)
        && explanations.equals(step.explanations)
        && result().equals(step.result());
  }

  @Override
  public int hashCode() {
    return Objects.hash(service, explanations);
  }

  @Override
  public String toString() {
    return service + ": " + result();
  }
}
