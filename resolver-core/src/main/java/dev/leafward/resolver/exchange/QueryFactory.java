// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.exchange.ExchangeOptions.Feature;
import dev.leafward.resolver.exchange.QueryForm.CookieUse;
import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.rdata.Octets;
import java.net.InetAddress;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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

  private static final byte CASE_BIT = 0x20;

  private final RandomGenerator random;
  private final ClientCookies cookies;

  /**
   * A factory that draws IDs, letter cases and secrets from this generator.
   *
   * @param random a cryptographic one wherever real networks are concerned
   */
  public QueryFactory(RandomGenerator random) {
    this.random = random;
    this.cookies = new ClientCookies(random);
  }

  /**
   * A query.
   *
   * @param server who is asked
   * @param given the cookie that the server gave us last, if it did
   * @param nowNanos the time
   */
  Query build(
      Question question,
      QueryForm form,
      ExchangeOptions options,
      InetAddress server,
      @Nullable Cookie given,
      long nowNanos) {
    int id = random.nextInt(IDS);
    Message.Builder message = Message.query(question).id(id);
    if (options.has(Feature.RECURSION_DESIRED)) {
      message.flag(HeaderFlag.RD);
    }
    if (options.has(Feature.AUTHENTICITY_ASKED)) {
      message.flag(HeaderFlag.AD);
    }
    Octets ours = null;
    if (form.edns()) {
      Edns edns = edns(options);
      if (form.cookie() != CookieUse.NONE) {
        ours = cookies.of(server, nowNanos);
        edns = edns.withOption(cookie(ours, given));
      }
      message.edns(edns);
    }
    byte[] octets = MessageCodec.encode(message.build());
    if (form.mixedCase()) {
      mixCase(octets, question);
    }
    return new Query(id, question, form, maxReplyOctets(form, options), ours, octets);
  }

  private static Edns edns(ExchangeOptions options) {
    Edns edns = Edns.of(options.udpPayloadSize());
    return options.has(Feature.DNSSEC_OK) ? edns.withDnssecOk() : edns;
  }

  /** What a server gave us is of use only together with that cookie of ours for which it did. */
  private static Cookie cookie(Octets ours, @Nullable Cookie given) {
    return given != null && given.client().equals(ours) ? given : Cookie.ofClient(ours);
  }

  /** Tosses a coin for each letter of the question's name (draft-vixie-dnsext-dns0x20). */
  private void mixCase(byte[] octets, Question question) {
    int end = Query.NAME_AT + question.name().octets();
    long coins = 0;
    for (int at = Query.NAME_AT; at < end; at++) {
      if ((at - Query.NAME_AT) % Long.SIZE == 0) {
        coins = random.nextLong();
      }
      // No length octet is in the range of letters.
      if (isLetter(octets[at]) && (coins >>> (at - Query.NAME_AT) & 1) != 0) {
        octets[at] ^= CASE_BIT;
      }
    }
  }

  private static boolean isLetter(byte octet) {
    int upper = octet & ~CASE_BIT;
    return upper >= 'A' && upper <= 'Z';
  }

  private static int maxReplyOctets(QueryForm form, ExchangeOptions options) {
    if (form.protocol() == Protocol.TCP) {
      return MAX_TCP_OCTETS;
    }
    return form.edns() ? options.udpPayloadSize() : ExchangeOptions.PLAIN_UDP_OCTETS;
  }
}
