// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;

/**
 * From which name on a client wants the chain of trust in the same response.
 *
 * <p>RFC 7901 section 4: one name in full.
 *
 * @param closestTrustPoint in a query the lowest name the client has keys for; in a response the
 *     one that the chain begins at
 */
public record Chain(DomainName closestTrustPoint) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 13;

  /** Reads the wire form. */
  static Chain read(WireReader in) throws WireFormatException {
    return new Chain(OptionFields.name(in));
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    out.name(closestTrustPoint);
  }

  @Override
  public String toString() {
    return "CHAIN: " + closestTrustPoint;
  }
}
