// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import java.util.random.RandomGenerator;

/**
 * Makes query messages.
 *
 * <p>Invariants: every query has an ID of its own, drawn from all 65,536 (RFC 5452 section 9.2);
 * one question; and RD=0, for authoritative servers are not asked to recurse, unless the options
 * say that it is a forwarder who is asked.
 */
public final class QueryFactory {

  private static final int IDS = 1 << 16;
  private static final int MAX_TCP_OCTETS = 0xFFFF;

  private final RandomGenerator random;

  /**
   * A factory that draws IDs from this generator.
   *
   * @param random a cryptographic one wherever real networks are concerned
   */
  public QueryFactory(RandomGenerator random) {
    this.random = random;
  }

  Query build(Question question, QueryForm form, ExchangeOptions options) {
    int id = random.nextInt(IDS);
    Message.Builder message = Message.query(question).id(id);
    if (options.recursionDesired()) {
      message.flag(HeaderFlag.RD);
    }
    if (form.edns()) {
      message.edns(edns(options));
    }
    return new Query(
        id, question, form, maxReplyOctets(form, options), MessageCodec.encode(message.build()));
  }

  private static Edns edns(ExchangeOptions options) {
    Edns edns = Edns.of(options.udpPayloadSize());
    return options.dnssecOk() ? edns.withDnssecOk() : edns;
  }

  private static int maxReplyOctets(QueryForm form, ExchangeOptions options) {
    if (form.protocol() == Protocol.TCP) {
      return MAX_TCP_OCTETS;
    }
    return form.edns() ? options.udpPayloadSize() : ExchangeOptions.PLAIN_UDP_OCTETS;
  }
}
