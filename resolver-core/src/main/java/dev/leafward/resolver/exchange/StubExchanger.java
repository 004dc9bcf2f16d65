// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.exchange.ExchangeOptions.Feature;
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
 * @param options how servers are asked, but for what {@link StubFlag}s say
 */
public record StubExchanger(
    Transport udp,
    Transport tcp,
    QueryFactory queries,
    ServerBook book,
    Time time,
    ExchangeOptions options) {

  /**
   * Begins to ask a question.
   *
   * @param flags how
   * @param budget pays for it
   */
  public StubInquiry inquiry(Question question, Set<StubFlag> flags, Budget budget) {
    return new StubInquiry(this, question, flags, budget);
  }

  /** How servers are asked under these flags. DNSSEC records cannot be asked for without EDNS. */
  ExchangeOptions options(Set<StubFlag> flags) {
    ExchangeOptions wanted = options.withoutCookies().desiringRecursion();
    boolean edns = flags.contains(StubFlag.EDNS0) || options.has(Feature.DNSSEC_OK);
    ExchangeOptions sized = edns ? wanted : wanted.withoutEdns();
    ExchangeOptions trusting =
        flags.contains(StubFlag.TRUST_AD) ? sized.askingForAuthenticity() : sized;
    return flags.contains(StubFlag.USE_VC) ? trusting.overTcpOnly() : trusting;
  }
}
