// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * The fingerprint of a host's SSH key.
 *
 * <p>RFC 4255 section 3.1.
 *
 * <pre>{@code
 * +-----------+---------+-------------+
 * | Algorithm | FP Type | Fingerprint |
 * | u8        | u8      | octets      |
 * +-----------+---------+-------------+
 * }</pre>
 *
 * @param algorithm 0..255, of the key; 1 is RSA, 3 ECDSA, 4 Ed25519
 * @param fingerprintType 0..255; 1 is SHA-1, 2 SHA-256; the length is not checked against it
 * @param fingerprint at least one octet
 */
public record SSHFP(int algorithm, int fingerprintType, Octets fingerprint) implements RData {
  /** Checks the ranges. */
  public SSHFP {
    Fields.checkU8("algorithm", algorithm);
    Fields.checkU8("fingerprint type", fingerprintType);
    Fields.checkNotEmpty("fingerprint", fingerprint);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SSHFP read(WireReader in) throws WireFormatException {
    return new SSHFP(in.u8(), in.u8(), Fields.rest(in, "fingerprint"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SSHFP parse(TextReader in) throws TextFormatException {
    return new SSHFP(in.u8(), in.u8(), Fields.hexRest(in, "fingerprint"));
  }

  @Override
  public RRType type() {
    return RRType.SSHFP;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(algorithm);
    out.u8(fingerprintType);
    fingerprint.write(out);
  }

  @Override
  public String toString() {
    return algorithm + " " + fingerprintType + " " + fingerprint.hexBlocks();
  }
}
