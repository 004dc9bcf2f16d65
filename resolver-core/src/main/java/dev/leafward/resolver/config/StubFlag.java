// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code options} of {@code resolv.conf(5)} turns on, each under its word there, and what it
 * does here. {@code docs/stub.md} sets what glibc does beside it.
 */
public enum StubFlag {

  /** Each question begins with another server than the last did, in turn. */
  ROTATE("rotate"),

  /** Queries carry EDNS (RFC 6891). Without it they don't, as with glibc. */
  EDNS0("edns0"),

  /**
   * The servers and the way to them are trusted to validate DNSSEC: queries have the AD bit set
   * (RFC 6840 section 5.7), and the AD bit of a reply is passed on. Without it, it is not.
   */
  TRUST_AD("trust-ad"),

  /** Everything is asked over TCP. */
  USE_VC("use-vc"),

  /** A host's A and AAAA records are asked for one after the other, not side by side. */
  SINGLE_REQUEST("single-request"),

  /**
   * A host's A and AAAA records are asked for from a socket each. Every query has a socket of its
   * own here, so this changes nothing.
   */
  SINGLE_REQUEST_REOPEN("single-request-reopen"),

  /** AAAA records of hosts are not asked for, as if there were none. */
  NO_AAAA("no-aaaa"),

  /** Nothing: glibc's own {@code getaddrinfo} does not look at it either. */
  INET6("inet6"),

  /** Nothing: what a name is made of is not judged here, nor by glibc since 2.25. */
  NO_CHECK_NAMES("no-check-names"),

  /** A name of one label is only asked for with a suffix of the search list, not by itself. */
  NO_TLD_QUERY("no-tld-query"),

  /** The configuration is read once, and a later change of it not picked up. */
  NO_RELOAD("no-reload");

  private final String word;

  StubFlag(String word) {
    this.word = word;
  }

  /** What it is called in {@code resolv.conf}. */
  public String word() {
    return word;
  }

  /** The flag of that name in {@code resolv.conf}, if it is one. */
  public static Optional<StubFlag> find(String word) {
    return Arrays.stream(values()).filter(flag -> flag.word.equals(word)).findFirst();
  }
}
