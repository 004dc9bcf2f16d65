// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A certificate or certificate revocation list, or where it is to be had.
 *
 * <p>RFC 4398 section 2.
 *
 * <pre>{@code
 * +------+---------+-----------+--------------------+
 * | type | key tag | algorithm | certificate or CRL |
 * | u16  | u16     | u8        | octets             |
 * +------+---------+-----------+--------------------+
 * }</pre>
 *
 * <p>In text, types and algorithms have names ({@code PKIX 0 RSASHA256}), and plain numbers where
 * they have none.
 *
 * @param certificateType 0..65535; 1 is PKIX
 * @param keyTag 0..65535, of the certificate's key, or 0
 * @param algorithm 0..255, IANA's DNSSEC algorithm number, or 0
 * @param certificate at least one octet
 */
public record CERT(int certificateType, int keyTag, int algorithm, Octets certificate)
    implements RData {
  /** Checks the ranges. */
  public CERT {
    Fields.checkU16("certificate type", certificateType);
    Fields.checkU16("key tag", keyTag);
    Fields.checkU8("algorithm", algorithm);
    Fields.checkNotEmpty("certificate", certificate);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static CERT read(WireReader in) throws WireFormatException {
    return new CERT(in.u16(), in.u16(), in.u8(), Fields.rest(in, "certificate"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static CERT parse(TextReader in) throws TextFormatException {
    return new CERT(
        Mnemonics.CERTIFICATE_TYPE.parse(in),
        in.u16(),
        Mnemonics.ALGORITHM.parse(in),
        Fields.base64Rest(in, "certificate"));
  }

  @Override
  public RRType type() {
    return RRType.CERT;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(certificateType);
    out.u16(keyTag);
    out.u8(algorithm);
    certificate.write(out);
  }

  @Override
  public String toString() {
    return Mnemonics.CERTIFICATE_TYPE.format(certificateType)
        + " "
        + keyTag
        + " "
        + Mnemonics.ALGORITHM.format(algorithm)
        + " "
        + certificate.base64Blocks();
  }
}
