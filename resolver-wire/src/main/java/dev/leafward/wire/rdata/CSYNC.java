// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * Which records a child zone asks its parent to copy.
 *
 * <p>RFC 7477 section 2.
 *
 * <pre>{@code
 * +--------+-------+---------------+
 * | Serial | Flags | Type Bit Maps |
 * | u32    | u16   | TypeBitMap    |
 * +--------+-------+---------------+
 * }</pre>
 *
 * @param serial the serial of the child's SOA record from which on this holds
 * @param flags 0..65535: {@link #IMMEDIATE}, {@link #SOA_MINIMUM}
 * @param types the types to copy
 */
public record CSYNC(long serial, int flags, TypeBitMap types) implements RData {
  /** The flag that the parent need not ask anybody before it acts (section 2.1.1.2.1). */
  public static final int IMMEDIATE = 0x0001;

  /** The flag that the SOA serial must not be below this one (section 2.1.1.2.2). */
  public static final int SOA_MINIMUM = 0x0002;

  /** Checks the ranges. */
  public CSYNC {
    Fields.checkU32("serial", serial);
    Fields.checkU16("flags", flags);
    Objects.requireNonNull(types, "types");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static CSYNC read(WireReader in) throws WireFormatException {
    return new CSYNC(in.u32(), in.u16(), TypeBitMap.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static CSYNC parse(TextReader in) throws TextFormatException {
    return new CSYNC(in.u32(), in.u16(), TypeBitMap.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.CSYNC;
  }

  @Override
  public void write(WireWriter out) {
    out.u32(serial);
    out.u16(flags);
    types.write(out);
  }

  @Override
  public String toString() {
    String fixed = serial + " " + flags;
    return types.isEmpty() ? fixed : fixed + " " + types;
  }
}
