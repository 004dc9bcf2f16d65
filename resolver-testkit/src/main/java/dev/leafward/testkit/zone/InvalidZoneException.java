// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.name.DomainName;

/**
 * Zone text that cannot be read, or zone data that break a rule of the DNS: says which and where.
 */
public final class InvalidZoneException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidZoneException(DomainName origin, String problem) {
    super("zone " + origin + " " + problem);
  }

  InvalidZoneException(DomainName origin, Exception cause) {
    super("zone " + origin + ": " + cause.getMessage(), cause);
  }
}
