// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * The parameters with which a zone's names are hashed for {@link NSEC3}.
 *
 * <p>RFC 5155 section 4.
 *
 * <pre>{@code
 * +-----------+-------+------------+-------------+--------+
 * | Hash Alg. | Flags | Iterations | Salt Length | Salt   |
 * | u8        | u8    | u16        | u8          | octets |
 * +-----------+-------+------------+-------------+--------+
 * }</pre>
 *
 * @param hashAlgorithm 0..255; 1 is SHA-1
 * @param flags 0..255; a record with others than 0 must be ignored (section 4.1.2)
 * @param iterations 0..65535, hashings beyond the first
 * @param salt 0..255 octets
 */
public record NSEC3PARAM(int hashAlgorithm, int flags, int iterations, Octets salt)
    implements RData {
  /** Checks the ranges. */
  public NSEC3PARAM {
    Fields.checkU8("hash algorithm", hashAlgorithm);
    Fields.checkU8("flags", flags);
    Fields.checkU16("iterations", iterations);
    Fields.checkU8("salt length", salt.length());
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NSEC3PARAM read(WireReader in) throws WireFormatException {
    return new NSEC3PARAM(in.u8(), in.u8(), in.u16(), Octets.wrap(in.characterString()));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NSEC3PARAM parse(TextReader in) throws TextFormatException {
    return new NSEC3PARAM(in.u8(), in.u8(), in.u16(), NSEC3.parseSalt(in));
  }

  @Override
  public RRType type() {
    return RRType.NSEC3PARAM;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(hashAlgorithm);
    out.u8(flags);
    out.u16(iterations);
    out.characterString(salt.toArray());
  }

  @Override
  public String toString() {
    return hashAlgorithm + " " + flags + " " + iterations + " " + NSEC3.formatSalt(salt);
  }
}
