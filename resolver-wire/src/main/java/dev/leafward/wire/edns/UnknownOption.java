// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;

/**
 * An option whose data is carried as it is, without being understood (RFC 6891 6.1.2).
 *
 * <p>Also what is read where a known option is malformed: a resolver must not lose an answer over
 * an option that the answer does not depend on.
 *
 * @param code the option's code: 0 to 65535
 * @param payload its data: 0 to 65535 octets
 */
public record UnknownOption(int code, Octets payload) implements EdnsOption {
  /** Checks the ranges. */
  public UnknownOption {
    OptionFields.checkU16("option code", code);
    if (payload.length() > 0xFFFF) {
      throw new IllegalArgumentException("an option of " + payload.length() + " octets");
    }
  }

  @Override
  public void write(WireWriter out) {
    payload.write(out);
  }

  /** Returns the like of {@code OPT=65001: 01 41 (".A")}. */
  @Override
  public String toString() {
    return "OPT=" + code + ":" + OptionFields.dump(payload);
  }
}
