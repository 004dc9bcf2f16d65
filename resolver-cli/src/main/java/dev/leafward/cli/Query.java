// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.config.StubOptions;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One question of the command line, how it is to be asked and how the reply is to be shown.
 *
 * @param question what is asked
 * @param shortName what the question's name may be completed to; empty if it is asked as it is
 * @param manner how servers are asked
 * @param patience how long and how often servers are asked
 * @param display what is shown
 */
record Query(
    Question question,
    Optional<ShortName> shortName,
    Manner manner,
    Patience patience,
    Display display) {

  /**
   * A name that may be short for another.
   *
   * @param text the name as it was given, with its final dot if it had one
   * @param ndots how many dots it must have to be tried as it is first; empty for the machine's own
   */
  record ShortName(String text, OptionalInt ndots) {}

  /**
   * How servers are asked. Questions asked in the same manner share a resolver, and its cache.
   *
   * @param tcpOnly over TCP from the start
   * @param dnssec with the DO bit set (RFC 3225)
   * @param edns with EDNS (RFC 6891)
   * @param qmin shown no more of a name than it takes (RFC 9156)
   * @param bufsize the UDP payload size offered by EDNS, in octets
   */
  record Manner(boolean tcpOnly, boolean dnssec, boolean edns, boolean qmin, int bufsize) {}

  /**
   * How long and how often servers are asked.
   *
   * @param seconds how long a question may take in all; where the servers are named, how long each
   *     is waited for; empty where nothing is said
   * @param tries how often servers that are named are gone through; empty where nothing is said
   */
  record Patience(OptionalInt seconds, OptionalInt tries) {

    private static final int DEFAULT_SECONDS = 7;

    /** How long a question may take that is not for named servers. */
    Duration deadline() {
      return Duration.ofSeconds(seconds.orElse(DEFAULT_SECONDS));
    }

    /** What a stub resolver's options become where something is said. */
    StubOptions apply(StubOptions options) {
      StubOptions timed =
          seconds.isPresent()
              ? options.withTimeout(Duration.ofSeconds(seconds.getAsInt()))
              : options;
      return tries.isPresent() ? timed.withAttempts(tries.getAsInt()) : timed;
    }
  }

  /**
   * What is shown of a reply.
   *
   * @param shortForm the data alone instead of the message
   * @param trace the steps before it
   * @param json the message and the steps as JSON instead of all that
   * @param unicode labels in punycode as people read them
   * @param shown the parts of the message, in dig's layout
   */
  record Display(boolean shortForm, boolean trace, boolean json, boolean unicode, Shown shown) {}

  /** The same about what its name was completed to. */
  Query about(Question completed) {
    return shortName.isEmpty() ? this : new Query(completed, shortName, manner, patience, display);
  }

  /** The query as a client would send it to a recursive resolver, with ID 0. */
  Message message() {
    Message.Builder message = Message.query(question).flag(HeaderFlag.RD);
    if (manner.edns()) {
      Edns edns = Edns.of(manner.bufsize());
      message.edns(manner.dnssec() ? edns.withDnssecOk() : edns);
    }
    return message.build();
  }
}
