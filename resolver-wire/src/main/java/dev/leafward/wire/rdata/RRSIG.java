// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.time.Instant;
import java.util.Objects;

/**
 * The signature of an RRset.
 *
 * <p>RFC 4034 section 3. The name is never compressed by us, but accepted if it comes so.
 *
 * <pre>{@code
 * +--------------+-----------+--------+--------------+------------+-----------+
 * | Type Covered | Algorithm | Labels | Original TTL | Expiration | Inception |
 * | u16          | u8        | u8     | u32          | u32        | u32       |
 * +--------------+-----------+--------+--------------+------------+-----------+
 * | Key Tag      | Signer    | Signature
 * | u16          | name      | octets
 * +--------------+-----------+------------
 * }</pre>
 *
 * <p>The two times are seconds since 1970 modulo 2^32, to be compared by serial number arithmetic
 * (RFC 1982, see {@link #isWithinValidity}). As text they are {@code YYYYMMDDHHmmSS} in UTC; beyond
 * 2106 that begins at 1970 again.
 *
 * @param typeCovered the type of the signed RRset
 * @param algorithm 0..255, the key's algorithm
 * @param labels 0..255, labels of the owner without root and wildcard
 * @param originalTtl 0..4294967295, the TTL in the zone
 * @param expiration 0..4294967295, when the signature ends
 * @param inception 0..4294967295, when the signature begins
 * @param keyTag 0..65535, the key's {@link DNSKEY#keyTag}
 * @param signer the zone whose key signed
 * @param signature at least one octet, in the algorithm's own form
 */
public record RRSIG(
    RRType typeCovered,
    int algorithm,
    int labels,
    long originalTtl,
    long expiration,
    long inception,
    int keyTag,
    DomainName signer,
    Octets signature)
    implements RData {
  /** Checks the ranges. */
  public RRSIG {
    Objects.requireNonNull(typeCovered, "typeCovered");
    Fields.checkU8("algorithm", algorithm);
    Fields.checkU8("labels", labels);
    Fields.checkU32("original TTL", originalTtl);
    Fields.checkU32("expiration", expiration);
    Fields.checkU32("inception", inception);
    Fields.checkU16("key tag", keyTag);
    Objects.requireNonNull(signer, "signer");
    Fields.checkNotEmpty("signature", signature);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static RRSIG read(WireReader in) throws WireFormatException {
    return new RRSIG(
        RRType.of(in.u16()),
        in.u8(),
        in.u8(),
        in.u32(),
        in.u32(),
        in.u32(),
        in.u16(),
        in.name(),
        Fields.rest(in, "signature"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static RRSIG parse(TextReader in) throws TextFormatException {
    return new RRSIG(
        Fields.type(in),
        Mnemonics.ALGORITHM.parse(in),
        in.u8(),
        in.seconds(),
        SignatureTime.parse(in),
        SignatureTime.parse(in),
        in.u16(),
        in.name(),
        Fields.base64Rest(in, "signature"));
  }

  @Override
  public RRType type() {
    return RRType.RRSIG;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(typeCovered.code());
    out.u8(algorithm);
    out.u8(labels);
    out.u32(originalTtl);
    out.u32(expiration);
    out.u32(inception);
    out.u16(keyTag);
    out.name(signer);
    signature.write(out);
  }

  /**
   * Tells whether a time is neither before the inception nor after the expiration.
   *
   * @param time any wall-clock time within 68 years of both
   * @return true if the signature holds then (RFC 4034 section 3.1.5)
   */
  public boolean isWithinValidity(Instant time) {
    int now = (int) time.getEpochSecond();
    return now - (int) inception >= 0 && (int) expiration - now >= 0;
  }

  @Override
  public String toString() {
    return typeCovered
        + " "
        + algorithm
        + " "
        + labels
        + " "
        + originalTtl
        + " "
        + SignatureTime.format(expiration)
        + " "
        + SignatureTime.format(inception)
        + " "
        + keyTag
        + " "
        + signer
        + " "
        + signature.base64Blocks();
  }
}
