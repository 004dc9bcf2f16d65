// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.servers.Insistence;
import dev.leafward.resolver.servers.Server;
import dev.leafward.resolver.servers.ServerBook;
import java.time.Duration;

/**
 * Decides how long a datagram is waited for before something else is tried. Whatever is tried then,
 * the datagram's reply is still taken if it comes.
 *
 * <p>While other servers are left, no longer than the server's round-trip time and its deviation
 * suggest; each wait for the same question is longer than the one before, so that a whole zone that
 * is slow is not flooded. Where nobody else is left, the last datagram gets a second, since TCP
 * comes after it.
 */
final class Patience {

  /** While others are left, past failures of a server let nobody wait longer than this for it. */
  private static final long WITH_OTHERS_NANOS = Duration.ofMillis(400).toNanos();

  /** How long the last datagram gets, and all of them once nothing else is left to try. */
  static final long LAST_DATAGRAM_NANOS = Duration.ofSeconds(1).toNanos();

  private final ServerBook book;
  private final ResolverLimits limits;

  Patience(ServerBook book, ResolverLimits limits) {
    this.book = book;
    this.limits = limits;
  }

  /** How long to wait for the next datagram to a server, in nanoseconds. */
  long nanos(Inquiry inquiry, Server server, Insistence insistence) {
    long usual = book.usualNanos(server.address());
    long longer = Math.min(2 * inquiry.lastWaitNanos(), WITH_OTHERS_NANOS);
    long nanos = Math.max(longer, book.timeoutNanos(server.address()));
    if (insistence == Insistence.ONE_TRY) {
      nanos = Math.min(nanos, Math.max(usual, WITH_OTHERS_NANOS));
    } else if (Fallback.silences(inquiry.triesOf(server)) + 1 >= Fallback.UDP_SILENCES) {
      nanos = Math.max(nanos, LAST_DATAGRAM_NANOS);
    }
    return Math.min(nanos, limits.udpTimeout().toNanos());
  }

  /** How long a query over TCP may take, connecting included, in nanoseconds. */
  long tcpNanos(Insistence insistence) {
    long most = limits.tcpTimeout().toNanos();
    return insistence == Insistence.ONE_TRY ? most / 2 : most;
  }
}
