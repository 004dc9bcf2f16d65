// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.message.Message;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What became of one query: all that the printers show.
 *
 * @param query what was asked
 * @param message the reply as a resolver would send it; SERVFAIL where there is no answer
 * @param explanation how it was found, or what was tried
 * @param failure why there is no answer; empty where there is one
 * @param elapsed how long it took in all
 * @param when when it was asked
 * @param world where it was resolved, in words
 */
record Report(
    Query query,
    Message message,
    Explanation explanation,
    Optional<Failure> failure,
    Duration elapsed,
    OffsetDateTime when,
    String world) {

  /**
   * True if there is no answer because not one server could be reached. That a zone's own servers
   * are all silent while those above it replied is an ordinary failure.
   */
  boolean isUnreachable() {
    return failure.filter(Report::isForWantOfServers).isPresent()
        && explanation.exchanges().noneMatch(Report::cameFromAServer);
  }

  /** True if replies came from root servers' addresses that no root server would send. */
  boolean isIntercepted() {
    return explanation.exchanges().anyMatch(Report::isImpostor);
  }

  /** The exchange with the one server that was asked for all of it; empty if there is none. */
  Optional<Step.Exchange> answeredBy() {
    boolean isOnesWord =
        failure.isEmpty()
            && explanation.steps().stream().noneMatch(Step.CacheHit.class::isInstance)
            && explanation.exchanges().allMatch(each -> each.serverName().isRoot());
    return isOnesWord
        ? explanation.exchanges().reduce((earlier, later) -> later)
        : Optional.empty();
  }

  private static boolean cameFromAServer(Step.Exchange exchange) {
    return exchange.octets() > 0 && !isImpostor(exchange);
  }

  /** Firewalls and captive portals answer in the place of whatever server is asked. */
  private static boolean isImpostor(Step.Exchange exchange) {
    return exchange.zoneCut().isRoot() && exchange.verdict() == Step.Judgement.LAME;
  }

  private static boolean isForWantOfServers(Failure failure) {
    return switch (failure) {
      case Failure.NoUsableServer none -> true;
      case Failure.DeadlineExceeded exceeded -> true;
      // Where every send fails at once, the sends are spent before the servers are.
      case Failure.LimitReached limit -> true;
      case Failure.AliasLoop loop -> false;
      case Failure.DependencyLoop loop -> false;
      case Failure.NameTooLong name -> false;
      case Failure.Refused refused -> false;
      case Failure.Dropped dropped -> false;
      case Failure.Interrupted interrupted -> false;
      case Failure.Overloaded overloaded -> false;
      case Failure.Closed closed -> false;
    };
  }
}
