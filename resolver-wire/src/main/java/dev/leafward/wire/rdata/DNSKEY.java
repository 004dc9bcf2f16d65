// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A public key of a zone.
 *
 * <p>RFC 4034 section 2.
 *
 * <pre>{@code
 * +-------+----------+-----------+------------+
 * | Flags | Protocol | Algorithm | Public Key |
 * | u16   | u8       | u8        | octets     |
 * +-------+----------+-----------+------------+
 * }</pre>
 *
 * @param flags 0..65535
 * @param protocol 0..255; a key with another than 3 must not be used
 * @param algorithm 0..255, IANA's DNSSEC algorithm number
 * @param key at least one octet, in the algorithm's own form
 */
public record DNSKEY(int flags, int protocol, int algorithm, Octets key) implements RData {
  /** The flag of a key that signs zone data (RFC 4034 section 2.1.1). */
  public static final int ZONE_KEY = 0x0100;

  /** The flag of a key that its owner revoked (RFC 5011 section 3). */
  public static final int REVOKE = 0x0080;

  /** The flag of a secure entry point, a hint only (RFC 4034 section 2.1.1). */
  public static final int SECURE_ENTRY_POINT = 0x0001;

  private static final int RSA_MD5 = 1;

  /** Checks the ranges. */
  public DNSKEY {
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
  public static DNSKEY read(WireReader in) throws WireFormatException {
    return new DNSKEY(in.u16(), in.u8(), in.u8(), Fields.rest(in, "public key"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static DNSKEY parse(TextReader in) throws TextFormatException {
    return new DNSKEY(
        in.u16(), in.u8(), Mnemonics.ALGORITHM.parse(in), Fields.base64Rest(in, "public key"));
  }

  @Override
  public RRType type() {
    return RRType.DNSKEY;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(flags);
    out.u8(protocol);
    out.u8(algorithm);
    key.write(out);
  }

  /**
   * Computes the key tag by which DS and RRSIG records point at this key.
   *
   * <p>RFC 4034 appendix B. Different keys may share a tag.
   *
   * @return 0..65535
   */
  public int keyTag() {
    int length = key.length();
    if (algorithm == RSA_MD5) {
      return length < 3 ? 0 : (key.octetAt(length - 3) << 8) | key.octetAt(length - 2);
    }
    long sum = flags + ((long) protocol << 8) + algorithm;
    for (int i = 0; i < length; i++) {
      sum += (i & 1) == 0 ? (long) key.octetAt(i) << 8 : key.octetAt(i);
    }
    sum += (sum >> 16) & 0xFFFF;
    return (int) (sum & 0xFFFF);
  }

  @Override
  public String toString() {
    return flags + " " + protocol + " " + algorithm + " " + key.base64Blocks();
  }
}
