// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One condition of a match.
 *
 * @param kind what is compared
 * @param argument the number behind {@code ede=} or {@code serial=}; empty for {@code any} and for
 *     the kinds that have none
 */
public record MatchRule(Kind kind, OptionalLong argument) {

  /** What can be compared. */
  public enum Kind {
    /** The opcode. */
    OPCODE,
    /** The type of the question. */
    QTYPE,
    /** The name of the question, in any case. */
    QNAME,
    /** The name of the question with its case. */
    QCASE,
    /** The name of the question is that of the entry or below it. */
    SUBDOMAIN,
    /** The question. */
    QUESTION,
    /** The response code. */
    RCODE,
    /** The flags of the header. */
    FLAGS,
    /** The answer section. */
    ANSWER,
    /** The authority section. */
    AUTHORITY,
    /** The additional section. */
    ADDITIONAL,
    /** The whole message. */
    ALL,
    /** The whole message but for EDNS. */
    ALL_NOEDNS,
    /** The TTLs too. */
    TTL,
    /** DNSSEC records are wanted. */
    DO,
    /** Compact denials are understood. */
    CO,
    /** There is no EDNS. */
    NOEDNS,
    /** The version and the payload size of EDNS. */
    EDNS,
    /** The server's identity. */
    NSID,
    /** The options of EDNS. */
    EDNSDATA,
    /** It came over UDP. */
    UDP,
    /** It came over TCP. */
    TCP,
    /** It has an Extended DNS Error. */
    EDE,
    /** It has a client's cookie. */
    CLIENT_COOKIE,
    /** It has a server's cookie. */
    SERVER_COOKIE,
    /** The serial of the SOA in the authority section. */
    SERIAL
  }

  /** Reads a condition; nothing if there is none of that name. */
  static Optional<MatchRule> parse(String word) {
    String[] parts = word.split("[=:]", 2);
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(parts[0].toUpperCase(Locale.ROOT))) {
        return argument(kind, parts);
      }
    }
    return Optional.empty();
  }

  private static Optional<MatchRule> argument(Kind kind, String[] parts) {
    boolean takesNumber = kind == Kind.EDE || kind == Kind.SERIAL;
    if (takesNumber != (parts.length == 2)) {
      return Optional.empty();
    }
    if (!takesNumber || (kind == Kind.EDE && parts[1].equals("any"))) {
      return Optional.of(new MatchRule(kind, OptionalLong.empty()));
    }
    return parts[1].matches("\\d{1,10}")
        ? Optional.of(new MatchRule(kind, OptionalLong.of(Long.parseLong(parts[1]))))
        : Optional.empty();
  }
}
