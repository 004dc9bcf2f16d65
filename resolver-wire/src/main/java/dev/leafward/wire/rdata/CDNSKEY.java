// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A child zone's wish of which key its parent's DS record should point at.
 *
 * <p>RFC 7344 section 3.2: the form is that of {@link DNSKEY}. The one record {@code 0 3 0 AA==}
 * asks the parent to remove all (RFC 8078 section 4).
 *
 * <pre>{@code
 * +-------+----------+-----------+------------+
 * | Flags | Protocol | Algorithm | Public Key |
 * | u16   | u8       | u8        | octets     |
 * +-------+----------+-----------+------------+
 * }</pre>
 *
 * @param flags 0..65535
 * @param protocol 0..255, 3 in all that means anything
 * @param algorithm 0..255, IANA's DNSSEC algorithm number; 0 in the wish for removal
 * @param key at least one octet, in the algorithm's own form
 */
public record CDNSKEY(int flags, int protocol, int algorithm, Octets key) implements RData {
  /** Checks the ranges. */
  public CDNSKEY {
    Fields.checkU16("flags", flags);
    Fields.checkU8("protocol", protocol);
    Fields.checkU8("algorithm", algorithm);
    Fields.checkNotEmpty("public key", key);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static CDNSKEY read(WireReader in) throws WireFormatException {
    return new CDNSKEY(in.u16(), in.u8(), in.u8(), Fields.rest(in, "public key"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static CDNSKEY parse(TextReader in) throws TextFormatException {
    return new CDNSKEY(in.u16(), in.u8(), in.u8(), Fields.base64Rest(in, "public key"));
  }

  @Override
  public RRType type() {
    return RRType.CDNSKEY;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(flags);
    out.u8(protocol);
    out.u8(algorithm);
    key.write(out);
  }

  @Override
  public String toString() {
    return flags + " " + protocol + " " + algorithm + " " + key.base64Blocks();
  }
}
