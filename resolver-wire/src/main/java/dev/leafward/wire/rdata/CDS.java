// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A child zone's wish of what its parent's DS record should be.
 *
 * <p>RFC 7344 section 3.1: the form is that of {@link DS}. The one record {@code 0 0 0 00} asks the
 * parent to remove all (RFC 8078 section 4).
 *
 * <pre>{@code
 * +---------+-----------+-------------+--------+
 * | Key Tag | Algorithm | Digest Type | Digest |
 * | u16     | u8        | u8          | octets |
 * +---------+-----------+-------------+--------+
 * }</pre>
 *
 * @param keyTag 0..65535, the key's {@link DNSKEY#keyTag}
 * @param algorithm 0..255, the key's algorithm; 0 in the wish for removal
 * @param digestType 0..255, how the digest was made; its length is not checked against that
 * @param digest at least one octet
 */
public record CDS(int keyTag, int algorithm, int digestType, Octets digest) implements RData {
  /** Checks the ranges. */
  public CDS {
    Fields.checkU16("key tag", keyTag);
    Fields.checkU8("algorithm", algorithm);
    Fields.checkU8("digest type", digestType);
    Fields.checkNotEmpty("digest", digest);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static CDS read(WireReader in) throws WireFormatException {
    return new CDS(in.u16(), in.u8(), in.u8(), Fields.rest(in, "digest"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static CDS parse(TextReader in) throws TextFormatException {
    return new CDS(in.u16(), in.u8(), in.u8(), Fields.hexRest(in, "digest"));
  }

  @Override
  public RRType type() {
    return RRType.CDS;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(keyTag);
    out.u8(algorithm);
    out.u8(digestType);
    digest.write(out);
  }

  @Override
  public String toString() {
    return keyTag + " " + algorithm + " " + digestType + " " + digest.hexBlocks();
  }
}
