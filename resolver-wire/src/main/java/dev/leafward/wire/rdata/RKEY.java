// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A key that encrypts resources, such as the data of NAPTR records.
 *
 * <p>The rkey draft (draft-reid-dnsext-rkey); the shape is that of {@link DNSKEY}.
 *
 * <pre>{@code
 * +-------+----------+-----------+------------+
 * | Flags | Protocol | Algorithm | Public Key |
 * | u16   | u8       | u8        | octets     |
 * +-------+----------+-----------+------------+
 * }</pre>
 *
 * @param flags 0..65535; zero by the draft
 * @param protocol 0..255; 1 by the draft
 * @param algorithm 0..255, IANA's DNSSEC algorithm number
 * @param key at least one octet, in the algorithm's own form
 */
public record RKEY(int flags, int protocol, int algorithm, Octets key) implements RData {
  /** Checks the ranges. */
  public RKEY {
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
  public static RKEY read(WireReader in) throws WireFormatException {
    return new RKEY(in.u16(), in.u8(), in.u8(), Fields.rest(in, "public key"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static RKEY parse(TextReader in) throws TextFormatException {
    return new RKEY(in.u16(), in.u8(), in.u8(), Fields.base64Rest(in, "public key"));
  }

  @Override
  public RRType type() {
    return RRType.RKEY;
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
