// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.wire.message.Question;
import java.util.Set;

/**
 * What the inquiries of a stub resolver have in common.
 *
 * @param udp the network for datagrams
 * @param tcp the network for streams
 * @param queries makes the queries
 * @param book remembers which servers do without EDNS
 * @param time the clocks
 */
public record StubExchanger(
    Transport udp, Transport tcp, QueryFactory queries, ServerBook book, Time time) {

  /**
   * Begins to ask a question.
   *
   * @param flags how
   * @param budget pays for it
   */
  public StubInquiry inquiry(Question question, Set<StubFlag> flags, Budget budget) {
    return new StubInquiry(this, question, flags, budget);
  }

  static ExchangeOptions options(Set<StubFlag> flags) {
    ExchangeOptions options = ExchangeOptions.DEFAULT.withoutCookies().desiringRecursion();
    ExchangeOptions sized = flags.contains(StubFlag.EDNS0) ? options : options.withoutEdns();
    return flags.contains(StubFlag.TRUST_AD) ? sized.askingForAuthenticity() : sized;
  }
}
