// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

/** Whose replies are scrubbed. */
enum Speaker {
  /** A server of the zone: what other zones have it can only know by hearsay. */
  AUTHORITY,
  /** A resolver that was asked to find out about every name of the zone, and of those below. */
  FORWARDER
}
