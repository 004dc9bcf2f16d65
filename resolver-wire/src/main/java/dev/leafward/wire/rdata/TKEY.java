// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.Objects;

/**
 * The agreement on a secret for {@link TSIG}.
 *
 * <p>RFC 2930 section 2: a pseudo-record of class ANY and TTL 0.
 *
 * <pre>{@code
 * +-----------+-----------+------------+------+-------+
 * | Algorithm | Inception | Expiration | Mode | Error |
 * | name      | u32       | u32        | u16  | u16   |
 * +-----------+-----------+------------+------+-------+
 * | Key Size | Key    | Other Size | Other Data |
 * | u16      | octets | u16        | octets     |
 * +----------+--------+------------+------------+
 * }</pre>
 *
 * @param algorithm the name of the algorithm of the messages to be signed
 * @param inception 0..4294967295, when the secret begins, in seconds since 1970
 * @param expiration 0..4294967295, when it ends
 * @param mode 0..65535: 2 Diffie-Hellman, 3 GSS-API, 5 deletion (section 2.5)
 * @param error 0..65535, an extended RCODE
 * @param key 0..65535 octets, in the mode's own form
 * @param otherData 0..65535 octets
 */
public record TKEY(
    DomainName algorithm,
    long inception,
    long expiration,
    int mode,
    int error,
    Octets key,
    Octets otherData)
    implements RData {
  /** Checks the ranges. */
  public TKEY {
    Objects.requireNonNull(algorithm, "algorithm");
    Fields.checkU32("inception", inception);
    Fields.checkU32("expiration", expiration);
    Fields.checkU16("mode", mode);
    Fields.checkU16("error", error);
    Fields.checkU16("key size", key.length());
    Fields.checkU16("other size", otherData.length());
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static TKEY read(WireReader in) throws WireFormatException {
    DomainName algorithm = Fields.uncompressedName(in);
    long inception = in.u32();
    long expiration = in.u32();
    int mode = in.u16();
    int error = in.u16();
    Octets key = Octets.wrap(in.octets(in.u16()));
    Octets otherData = Octets.wrap(in.octets(in.u16()));
    return new TKEY(algorithm, inception, expiration, mode, error, key, otherData);
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static TKEY parse(TextReader in) throws TextFormatException {
    return new TKEY(
        in.name(),
        SignatureTime.parse(in),
        SignatureTime.parse(in),
        in.u16(),
        TransactionFields.parseError(in),
        TransactionFields.parseSized(in),
        TransactionFields.parseSized(in));
  }

  @Override
  public RRType type() {
    return RRType.TKEY;
  }

  @Override
  public void write(WireWriter out) {
    out.name(algorithm);
    out.u32(inception);
    out.u32(expiration);
    out.u16(mode);
    out.u16(error);
    out.u16(key.length());
    key.write(out);
    out.u16(otherData.length());
    otherData.write(out);
  }

  @Override
  public String toString() {
    return algorithm
        + " "
        + inception
        + " "
        + expiration
        + " "
        + mode
        + " "
        + TransactionFields.formatError(error)
        + " "
        + TransactionFields.formatSized(key)
        + " "
        + TransactionFields.formatSized(otherData);
  }
}
