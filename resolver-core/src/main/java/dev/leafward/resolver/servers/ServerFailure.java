// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

/**
 * The ways in which a server failed us that may count against it.
 *
 * <p>Only what no outsider can bring about belongs here: our own timeouts, our own system's refusal
 * to send, and what happens to a TCP connection. An ICMP error does not, nor does a datagram that
 * fits no query (RFC 5452 section 9.1).
 */
public enum ServerFailure {
  /** No reply came in the time that was allowed for it. */
  TIMED_OUT,
  /** This machine has no route to the address. */
  NO_ROUTE,
  /** The server refused or broke a TCP connection. */
  BROKE_CONNECTION
}
