// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.rdata.Octets;

/**
 * An option whose data is carried as it is, without being understood (RFC 6891 6.1.2).
 *
 * @param code the option's code: 0 to 65535
 * @param payload its data: 0 to 65535 octets
 */
public record UnknownOption(int code, Octets payload) implements EdnsOption {
  /** Checks the ranges. */
  public UnknownOption {
    if (code < 0 || code > 0xFFFF) {
      throw new IllegalArgumentException("option code " + code);
    }
    if (payload.length() > 0xFFFF) {
      throw new IllegalArgumentException("an option of " + payload.length() + " octets");
    }
  }

  @Override
  public String toString() {
    return "OPT" + code + ": " + payload.hex();
  }
}
