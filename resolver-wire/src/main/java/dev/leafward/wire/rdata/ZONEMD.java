// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A digest over a whole zone; the root zone has one.
 *
 * <p>RFC 8976 section 2.
 *
 * <pre>{@code
 * +--------+--------+----------------+--------+
 * | Serial | Scheme | Hash Algorithm | Digest |
 * | u32    | u8     | u8             | octets |
 * +--------+--------+----------------+--------+
 * }</pre>
 *
 * @param serial the serial of the zone's SOA record that was digested
 * @param scheme 0..255, how the zone was put in order; 1 is SIMPLE
 * @param hashAlgorithm 0..255; 1 is SHA-384; the digest's length is not checked against it
 * @param digest at least one octet
 */
public record ZONEMD(long serial, int scheme, int hashAlgorithm, Octets digest) implements RData {
  /** Checks the ranges. */
  public ZONEMD {
    Fields.checkU32("serial", serial);
    Fields.checkU8("scheme", scheme);
    Fields.checkU8("hash algorithm", hashAlgorithm);
    Fields.checkNotEmpty("digest", digest);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static ZONEMD read(WireReader in) throws WireFormatException {
    return new ZONEMD(in.u32(), in.u8(), in.u8(), Fields.rest(in, "digest"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static ZONEMD parse(TextReader in) throws TextFormatException {
    return new ZONEMD(in.u32(), in.u8(), in.u8(), Fields.hexRest(in, "digest"));
  }

  @Override
  public RRType type() {
    return RRType.ZONEMD;
  }

  @Override
  public void write(WireWriter out) {
    out.u32(serial);
    out.u8(scheme);
    out.u8(hashAlgorithm);
    digest.write(out);
  }

  @Override
  public String toString() {
    return serial + " " + scheme + " " + hashAlgorithm + " " + digest.hexBlocks();
  }
}
