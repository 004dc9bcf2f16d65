// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * Looks up the hosts that records name: side by side, each once, and no more than so many.
 *
 * <p>Such names are absolute: no search list completes them.
 */
final class HostLookups {

  private final HostResolver hosts;
  private final int atMost;

  HostLookups(HostResolver hosts, int atMost) {
    this.hosts = hosts;
    this.atMost = atMost;
  }

  /** The outcomes by name. */
  record Outcomes(Map<DomainName, HostOutcome> byName) {
    HostOutcome of(DomainName name) {
      return byName.getOrDefault(name, new HostOutcome.LeftOut());
    }
  }

  /**
   * As {@link #all(List, AddressFamilies)}, of the families that the host resolver is built for.
   */
  Outcomes all(List<DomainName> names) throws ResolutionException {
    return all(names, hosts.families());
  }

  /**
   * Looks up hosts and waits for all.
   *
   * @param names the most important ones first; those past the bound are left out
   * @throws ResolutionException if the thread is interrupted, its status kept
   */
  Outcomes all(List<DomainName> names, AddressFamilies families) throws ResolutionException {
    Map<DomainName, CompletableFuture<HostAnswer>> begun = new LinkedHashMap<>();
    try {
      names.stream()
          .distinct()
          .limit(atMost)
          .forEach(name -> begun.put(name, hosts.lookupAsync(name.toString(), families)));
      Map<DomainName, HostOutcome> outcomes = new HashMap<>();
      for (Map.Entry<DomainName, CompletableFuture<HostAnswer>> each : begun.entrySet()) {
        outcomes.put(each.getKey(), await(each.getKey(), each.getValue()));
      }
      return new Outcomes(outcomes);
    } finally {
      begun.values().forEach(each -> each.cancel(true));
    }
  }

  /** The host resolver ends the wait by its deadline; there is no other to set beside it. */
  private HostOutcome await(DomainName name, CompletableFuture<HostAnswer> answer)
      throws ResolutionException {
    try {
      return new HostOutcome.Known(Background.await(hosts.time(), answer));
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case ResolutionException failure -> new HostOutcome.Failed(failure);
        case RejectedExecutionException refusal ->
            new HostOutcome.Failed(failure(name, new Failure.Overloaded()));
        case null, default ->
            throw new IllegalStateException("a lookup failed otherwise than it may", e.getCause());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(name, new Failure.Interrupted());
    }
  }

  private static ResolutionException failure(DomainName name, Failure failure) {
    return ResolutionException.withoutSteps(new Question(name, RRType.A), failure);
  }
}
