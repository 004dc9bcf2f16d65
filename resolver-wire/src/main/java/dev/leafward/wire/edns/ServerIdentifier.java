// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;

/**
 * Which of several servers at one address answered: NSID.
 *
 * <p>RFC 5001 section 2: empty in a query, opaque octets in a response.
 *
 * @param identifier any octets, often a host name in ASCII
 */
public record ServerIdentifier(Octets identifier) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 3;

  /** What a query carries to ask for the identifier. */
  public static final ServerIdentifier REQUEST = new ServerIdentifier(Octets.EMPTY);

  /** Reads the wire form. */
  static ServerIdentifier read(WireReader in) {
    return new ServerIdentifier(OptionFields.rest(in));
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    identifier.write(out);
  }

  @Override
  public String toString() {
    return "NSID:" + OptionFields.dump(identifier);
  }
}
