// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A tag that a client puts on its queries, for its server's policy.
 *
 * <p>draft-bellis-dnsop-edns-tags, section 4.1: a number of 16 bits.
 *
 * @param tag 0 to 65535; its meaning is between client and server
 */
public record ClientTag(int tag) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 16;

  /** Checks the range. */
  public ClientTag {
    OptionFields.checkU16("tag", tag);
  }

  /** Reads the wire form. */
  static ClientTag read(WireReader in) throws WireFormatException {
    return new ClientTag(in.u16());
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(tag);
  }

  @Override
  public String toString() {
    return "CLIENT-TAG: " + tag;
  }
}
