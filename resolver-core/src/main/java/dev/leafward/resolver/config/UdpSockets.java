// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/**
 * Where the sockets for datagrams come from.
 *
 * <p>What a forger has to guess beside the message ID is the port of the query's socket (RFC 5452
 * section 9.2), and the two kinds differ in how much there is to guess.
 */
public enum UdpSockets {

  /**
   * A socket for each query, connected to its server, on a port drawn from all of 1024 to 65535,
   * and closed after it: 16 bits of port. The default.
   */
  FRESH,

  /**
   * A socket drawn for each query from thousands that are open, each on a port drawn likewise, and
   * replaced after five queries or some seconds. It costs the machine a fraction; but at any one
   * moment there are only so many ports to guess as there are open sockets ({@link
   * ResolverLimits#udpSockets()}), for somebody who has learnt which they are. A server from whose
   * address anything comes that answers no query is asked from fresh sockets for a while.
   */
  POOLED
}
