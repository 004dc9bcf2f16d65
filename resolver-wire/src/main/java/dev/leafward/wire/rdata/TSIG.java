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
 * The signature of a message by a secret that both sides share.
 *
 * <p>RFC 8945 section 4.2: a pseudo-record, the last of the additional section, of class ANY and
 * TTL 0. This is the record only; it neither signs nor checks.
 *
 * <pre>{@code
 * +-----------+-------------+-------+----------+--------+
 * | Algorithm | Time Signed | Fudge | MAC Size | MAC    |
 * | name      | u48         | u16   | u16      | octets |
 * +-----------+-------------+-------+----------+--------+
 * | Original ID | Error | Other Len | Other Data |
 * | u16         | u16   | u16       | octets     |
 * +-------------+-------+-----------+------------+
 * }</pre>
 *
 * @param algorithm the name of the algorithm, for instance {@code hmac-sha256.}
 * @param timeSigned 0..281474976710655, seconds since 1970
 * @param fudge 0..65535, seconds that the clocks may differ
 * @param mac 0..65535 octets
 * @param originalId 0..65535, the ID of the message when it was signed
 * @param error 0..65535, an extended RCODE: 16 BADSIG, 17 BADKEY, 18 BADTIME, 22 BADTRUNC
 * @param otherData 0..65535 octets, the server's time in a BADTIME error
 */
public record TSIG(
    DomainName algorithm,
    long timeSigned,
    int fudge,
    Octets mac,
    int originalId,
    int error,
    Octets otherData)
    implements RData {
  private static final long MAX_TIME = (1L << 48) - 1;

  /** Checks the ranges. */
  public TSIG {
    Objects.requireNonNull(algorithm, "algorithm");
    if (timeSigned < 0 || timeSigned > MAX_TIME) {
      throw new IllegalArgumentException("time " + timeSigned + " is outside 0.." + MAX_TIME);
    }
    Fields.checkU16("fudge", fudge);
    Fields.checkU16("MAC size", mac.length());
    Fields.checkU16("original ID", originalId);
    Fields.checkU16("error", error);
    Fields.checkU16("other length", otherData.length());
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static TSIG read(WireReader in) throws WireFormatException {
    DomainName algorithm = Fields.uncompressedName(in);
    long timeSigned = ((long) in.u16() << 32) | in.u32();
    int fudge = in.u16();
    Octets mac = Octets.wrap(in.octets(in.u16()));
    int originalId = in.u16();
    int error = in.u16();
    Octets otherData = Octets.wrap(in.octets(in.u16()));
    return new TSIG(algorithm, timeSigned, fudge, mac, originalId, error, otherData);
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static TSIG parse(TextReader in) throws TextFormatException {
    DomainName algorithm = in.name();
    long timeSigned = TransactionFields.parseU48(in);
    int fudge = in.u16();
    Octets mac = TransactionFields.parseSized(in);
    int originalId = in.u16();
    int error = TransactionFields.parseError(in);
    return new TSIG(
        algorithm, timeSigned, fudge, mac, originalId, error, TransactionFields.parseSized(in));
  }

  @Override
  public RRType type() {
    return RRType.TSIG;
  }

  @Override
  public void write(WireWriter out) {
    out.name(algorithm);
    out.u16((int) (timeSigned >> 32));
    out.u32(timeSigned);
    out.u16(fudge);
    out.u16(mac.length());
    mac.write(out);
    out.u16(originalId);
    out.u16(error);
    out.u16(otherData.length());
    otherData.write(out);
  }

  @Override
  public String toString() {
    return algorithm
        + " "
        + timeSigned
        + " "
        + fudge
        + " "
        + TransactionFields.formatSized(mac)
        + " "
        + originalId
        + " "
        + TransactionFields.formatError(error)
        + " "
        + TransactionFields.formatSized(otherData);
  }
}
