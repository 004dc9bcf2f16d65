// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A zone's link to its key, published beside the delegation tree.
 *
 * <p>RFC 4431, made historic by RFC 8749: the form is that of {@link DS}. Look-aside validation is
 * history; the type remains readable.
 *
 * <pre>{@code
 * +---------+-----------+-------------+--------+
 * | Key Tag | Algorithm | Digest Type | Digest |
 * | u16     | u8        | u8          | octets |
 * +---------+-----------+-------------+--------+
 * }</pre>
 *
 * @param keyTag 0..65535, the key's {@link DNSKEY#keyTag}
 * @param algorithm 0..255, the key's algorithm
 * @param digestType 0..255, how the digest was made; its length is not checked against that
 * @param digest at least one octet
 */
public record DLV(int keyTag, int algorithm, int digestType, Octets digest) implements RData {
  /** Checks the ranges. */
  public DLV {
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
  public static DLV read(WireReader in) throws WireFormatException {
    return new DLV(in.u16(), in.u8(), in.u8(), Fields.rest(in, "digest"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static DLV parse(TextReader in) throws TextFormatException {
    return new DLV(in.u16(), in.u8(), in.u8(), Fields.hexRest(in, "digest"));
  }

  @Override
  public RRType type() {
    return RRType.DLV;
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
