// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A standing question whose changing answers a server reports: LLQ.
 *
 * <p>RFC 8764 section 3.2.
 *
 * @param version the protocol's version, 1 so far: 0 to 65535
 * @param opcode what is done, such as 1 to set up: 0 to 65535
 * @param error what went wrong, 0 for nothing: 0 to 65535
 * @param identifier which standing question it is, all 64 bits unsigned
 * @param leaseSeconds how long it holds: 0 to 4294967295
 */
public record LongLivedQuery(int version, int opcode, int error, long identifier, long leaseSeconds)
    implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 1;

  /** Checks the ranges. */
  public LongLivedQuery {
    OptionFields.checkU16("version", version);
    OptionFields.checkU16("opcode", opcode);
    OptionFields.checkU16("error", error);
    OptionFields.checkU32("lease", leaseSeconds);
  }

  /** Reads the wire form. */
  static LongLivedQuery read(WireReader in) throws WireFormatException {
    return new LongLivedQuery(
        in.u16(), in.u16(), in.u16(), (in.u32() << Integer.SIZE) | in.u32(), in.u32());
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(version);
    out.u16(opcode);
    out.u16(error);
    out.u32(identifier >>> Integer.SIZE);
    out.u32(identifier);
    out.u32(leaseSeconds);
  }

  @Override
  public String toString() {
    return "LLQ: Version: "
        + version
        + ", Opcode: "
        + opcode
        + ", Error: "
        + error
        + ", Identifier: "
        + Long.toUnsignedString(identifier)
        + ", Lifetime: "
        + leaseSeconds;
  }
}
