// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.List;

/**
 * The wire form of EDNS: a record of type OPT whose class and TTL mean something else.
 *
 * <p>RFC 6891 6.1.2 and 6.1.3: the class is the payload size; the TTL is the upper 8 bits of the
 * response code, the version, and the flags.
 *
 * <pre>
 *                +0 (MSB)                            +1 (LSB)
 *     +---+---+---+---+---+---+---+---+---+---+---+---+---+---+---+---+
 *  0: |         EXTENDED-RCODE        |            VERSION            |
 *     +---+---+---+---+---+---+---+---+---+---+---+---+---+---+---+---+
 *  2: | DO|                           Z                               |
 *     +---+---+---+---+---+---+---+---+---+---+---+---+---+---+---+---+
 * </pre>
 *
 * <p>Options are read by {@link EdnsOptionFormats}. Options of a version other than 0 are read as
 * those of version 0: whether to heed them is for whoever looks at the version.
 */
public final class OptRecord {
  private static final int FIXED_OCTETS = 11;

  private OptRecord() {}

  /**
   * Reads the options and puts them together with what the class and the TTL say.
   *
   * @param rrClass the class field of the record
   * @param ttl the TTL field of the record, 32 bits
   * @param in a reader fenced to the RDATA
   * @param maxOptions how many options are taken before the record counts as hostile
   */
  public static Edns read(int rrClass, long ttl, WireReader in, int maxOptions)
      throws WireFormatException {
    List<EdnsOption> options = in.hasRemaining() ? new ArrayList<>() : List.of();
    while (in.hasRemaining()) {
      if (options.size() == maxOptions) {
        throw in.malformed("more than " + maxOptions + " EDNS options");
      }
      int code = in.u16();
      int length = in.u16();
      options.add(EdnsOptionFormats.read(code, in.octets(length)));
    }
    return new Edns(rrClass, (int) ((ttl >> 16) & 0xFF), (int) (ttl & 0xFFFF), options);
  }

  /** Returns the upper 8 bits of the response code, from the TTL field: 0 to 255. */
  public static int extendedRcode(long ttl) {
    return (int) ((ttl >> 24) & 0xFF);
  }

  /**
   * Writes the whole record.
   *
   * @param extendedRcode the upper 8 bits of the response code
   */
  public static void write(Edns edns, int extendedRcode, WireWriter out) {
    out.name(DomainName.ROOT);
    out.u16(RRType.OPT.code());
    out.u16(edns.udpPayloadSize());
    out.u8(extendedRcode);
    out.u8(edns.version());
    out.u16(edns.flags());
    int length = out.beginLength();
    for (EdnsOption option : edns.options()) {
      out.u16(option.code());
      int optionLength = out.beginLength();
      option.write(out);
      out.endLength(optionLength);
    }
    out.endLength(length);
  }

  /** Returns how many octets {@link #write} writes. */
  public static int octets(Edns edns) {
    if (edns.options().isEmpty()) {
      return FIXED_OCTETS;
    }
    WireWriter scratch = WireWriter.uncompressed();
    write(edns, 0, scratch);
    return scratch.position();
  }
}
