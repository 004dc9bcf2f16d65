// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import java.util.List;
import java.util.Optional;

/**
 * How to connect for a service.
 *
 * @param answers the DNS's answers about the service's records: the first one for the service, and
 *     one for each alias that was followed
 * @param endpoints in the order in which to try them; empty if the service says that it is not
 *     available
 * @param failure why the records, or the rest of them, could not be found out; a service that must
 *     not be used without them cannot be used then. The endpoints are those that do without
 */
public record EndpointAnswer(
    List<Answer> answers, List<Endpoint> endpoints, Optional<ResolutionException> failure) {

  /** Copies the lists. */
  public EndpointAnswer {
    answers = List.copyOf(answers);
    endpoints = List.copyOf(endpoints);
  }

  /**
   * Whether the service is available; false if a record says that it is not, or does not exist (RFC
   * 9460 section 2.5.1).
   */
  public boolean isAvailable() {
    return !endpoints.isEmpty();
  }

  /** Whether there are records in ServiceMode that can be used. */
  public boolean hasServiceRecords() {
    return endpoints.stream().anyMatch(each -> each.kind() == Endpoint.Kind.SERVICE);
  }
}
