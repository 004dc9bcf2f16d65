// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/** In what a configured route differs from the ordinary. */
public enum RouteOption {
  /**
   * If the route's servers give no usable reply, the question goes on to the next less specific
   * route, to iteration from the root in the end. Without it, it fails.
   */
  FIRST,
  /** The servers are asked over TCP only. */
  TCP_ONLY,
  /** What the servers say is not cached. */
  UNCACHED,
  /**
   * Of a stub zone: the servers given are asked for the zone's NS records first, and those are then
   * used, as with the root's hints. Of a forward zone it means nothing.
   */
  PRIMED
}
