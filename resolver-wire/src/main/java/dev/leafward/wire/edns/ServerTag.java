// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A tag that a server puts on its responses, for the policy of its client.
 *
 * <p>draft-bellis-dnsop-edns-tags, section 4.2: a number of 16 bits.
 *
 * @param tag 0 to 65535; its meaning is between client and server
 */
public record ServerTag(int tag) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 17;

  /** Checks the range. */
  public ServerTag {
    OptionFields.checkU16("tag", tag);
  }

  /** Reads the wire form. */
  static ServerTag read(WireReader in) throws WireFormatException {
    return new ServerTag(in.u16());
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
    return "SERVER-TAG: " + tag;
  }
}
