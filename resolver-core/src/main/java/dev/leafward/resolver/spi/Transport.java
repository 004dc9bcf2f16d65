// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import dev.leafward.resolver.answer.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Opens conversations with servers: the one place where the resolver touches a network.
 *
 * <p>A transport carries whole DNS messages. How they are framed (a datagram, two length octets on
 * a stream, RFC 1035 section 4.2) is its own affair. An implementation must be safe for use by many
 * threads at once; the conversations that it opens need not be.
 *
 * <p>A transport does not judge what it receives: it hands up every message that comes from the
 * address that was opened, and no other.
 */
public interface Transport {

  /** What this transport speaks, for explanations and for the rules that differ by protocol. */
  Protocol protocol();

  /**
   * Opens a conversation with one server.
   *
   * @param server an address and port; never unresolved
   * @param deadlineNanos the instant on the {@link Time#nanos()} scale after which to give up
   * @throws java.net.SocketTimeoutException if the deadline passes first
   * @throws IOException if the server cannot be reached
   */
  Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException;

  /**
   * Waits until one of several conversations has something to receive: a message, or an error. So a
   * resolver goes on listening to a slow server while it asks the next one.
   *
   * <p>Unless it is overridden, this is the last of them, at once: {@link Conversation#receive}
   * then waits, and what comes to the others is not heard.
   *
   * @param open conversations that this transport opened, the latest last; at least one
   * @param deadlineNanos the instant on the {@link Time#nanos()} scale after which to give up
   * @throws java.net.SocketTimeoutException if the deadline passes first
   * @throws IOException if waiting fails, as by an interrupt
   */
  default Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    return open.getLast();
  }
}
