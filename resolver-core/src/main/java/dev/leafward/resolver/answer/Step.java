// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing that was done on the way to an answer. */
public sealed interface Step {

  /**
   * A question was put to a server, once, over one protocol.
   *
   * @param asked the question on the wire
   * @param zoneCut the zone in whose name the server was asked
   * @param serverName the name server's name
   * @param server its address
   * @param port its port
   * @param protocol how it was asked
   * @param elapsed from sending to the reply, or to giving up
   * @param octets the size of the reply's message, 0 where none came
   * @param verdict what the reply came to
   * @param detail the verdict in words, such as {@code referral to com.}
   * @param rejections what was thrown out of the reply
   * @param reply the reply as it came, empty where none came
   */
  record Exchange(
      Question asked,
      DomainName zoneCut,
      DomainName serverName,
      InetAddress server,
      int port,
      Protocol protocol,
      Duration elapsed,
      int octets,
      Judgement verdict,
      String detail,
      List<Rejection> rejections,
      Optional<Message> reply)
      implements Step {
    /** Copies the list. */
    public Exchange {
      rejections = List.copyOf(rejections);
    }
  }

  /** What one exchange came to. */
  enum Judgement {
    /** The records that were asked for. */
    ANSWERED,
    /** An alias (CNAME or DNAME). */
    ALIAS,
    /** The name exists, the type does not (RFC 2308 section 2.2). */
    NO_DATA,
    /** The name does not exist (RFC 2308 section 2.1). */
    NO_SUCH_NAME,
    /** A delegation further down. */
    REFERRAL,
    /** The server does not serve the zone. */
    LAME,
    /** The reply could not be used. */
    UNUSABLE,
    /** The reply was cut; the same question went out again over TCP. */
    TRUNCATED,
    /** The same question went out again in another form. */
    RETRIED,
    /** No reply came. */
    NO_REPLY
  }

  /**
   * The cache had it.
   *
   * @param question what was looked up
   * @param detail what was found, in words
   * @param ttlSeconds how long it stays true
   */
  record CacheHit(Question question, String detail, long ttlSeconds) implements Step {}

  /**
   * The cache had what has expired, and it was served nevertheless (RFC 8767).
   *
   * @param question what was looked up
   * @param detail what was found, in words
   * @param reason why nothing newer was, in words
   */
  record StaleHit(Question question, String detail, String reason) implements Step {}

  /**
   * The same question failed a short while ago, and was not tried again (RFC 9520).
   *
   * @param question what was looked up
   * @param detail how it failed, in words
   * @param secondsLeft for how long it will not be tried
   */
  record FailureHit(Question question, String detail, long secondsLeft) implements Step {}

  /**
   * The same question was under way for somebody else, and its outcome was shared.
   *
   * @param question the shared question
   * @param explanation how the other one found it
   */
  record Joined(Question question, Explanation explanation) implements Step {}

  /**
   * The question took a configured route.
   *
   * @param question the question
   * @param route the route in words, such as {@code local zone test.} or {@code forward zone
   *     corp.example. -> 192.0.2.1}
   * @param detail what a local zone says, in words; empty where the route's servers are asked next
   */
  record Routed(Question question, String route, String detail) implements Step {}

  /**
   * Records, or parts of them, were kept from the caller.
   *
   * @param rrset the records as they are
   * @param reason why, in words
   */
  record Withheld(RRset rrset, String reason) implements Step {}

  /**
   * An alias was followed.
   *
   * @param alias the CNAME (or, synthesised by RFC 6672, what a DNAME makes of the name)
   * @param target the name that is looked up next
   */
  record AliasFollowed(RRset alias, DomainName target) implements Step {}

  /**
   * Something else had to be looked up first, the address of a name server for one.
   *
   * @param purpose why, in words
   * @param explanation the lookup's own steps
   */
  record SubLookup(String purpose, Explanation explanation) implements Step {}
}
