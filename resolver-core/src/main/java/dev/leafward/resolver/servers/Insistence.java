// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

/**
 * How often to ask a server that is silent. A lost datagram is no reason to wait for the same
 * server again while others have not been asked, and none to give up where there are no others.
 */
public enum Insistence {
  /** Once: others are left. */
  ONE_TRY,
  /** In every way that is left, one after the other: there is no other server. */
  ALL_TRIES
}
