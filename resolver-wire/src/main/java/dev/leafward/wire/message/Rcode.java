// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import org.jspecify.annotations.Nullable;

/**
 * The response code of a message: an open value of 12 bits.
 *
 * <p>RFC 1035 4.1.1, RFC 6891 6.1.3 (the upper 8 bits travel in OPT), RFC 6895 2.3. A number
 * without a mnemonic is written {@code RCODE3841}.
 */
public final class Rcode {
  /** Where the lower bits of the response code stand in the header's second 16 bits. */
  static final int HEADER_MASK = 0xF;

  private static final int MAX_CODE = 0xFFF;
  private static final @Nullable Rcode[] ASSIGNED = new Rcode[24];

  /** No error (RFC 1035). */
  public static final Rcode NOERROR = assigned(0, "NOERROR");

  /** The server could not read the query (RFC 1035). */
  public static final Rcode FORMERR = assigned(1, "FORMERR");

  /** The server failed (RFC 1035). */
  public static final Rcode SERVFAIL = assigned(2, "SERVFAIL");

  /** The name does not exist (RFC 1035). */
  public static final Rcode NXDOMAIN = assigned(3, "NXDOMAIN");

  /** The server does not do this kind of query (RFC 1035). */
  public static final Rcode NOTIMP = assigned(4, "NOTIMP");

  /** The server will not answer (RFC 1035). */
  public static final Rcode REFUSED = assigned(5, "REFUSED");

  /** A name exists that should not (RFC 2136), or a DNAME made a name too long (RFC 6672). */
  public static final Rcode YXDOMAIN = assigned(6, "YXDOMAIN");

  /** An RRset exists that should not (RFC 2136). */
  public static final Rcode YXRRSET = assigned(7, "YXRRSET");

  /** An RRset does not exist that should (RFC 2136). */
  public static final Rcode NXRRSET = assigned(8, "NXRRSET");

  /** The server is not authoritative, or the sender not authorized (RFC 2136, RFC 8945). */
  public static final Rcode NOTAUTH = assigned(9, "NOTAUTH");

  /** A name is not within the zone (RFC 2136). */
  public static final Rcode NOTZONE = assigned(10, "NOTZONE");

  /** A type of stateful operation is not implemented (RFC 8490). */
  public static final Rcode DSOTYPENI = assigned(11, "DSOTYPENI");

  /** The server does not know this version of EDNS (RFC 6891). */
  public static final Rcode BADVERS = assigned(16, "BADVERS");

  /** A key is not recognized (RFC 8945). */
  public static final Rcode BADKEY = assigned(17, "BADKEY");

  /** A signature is out of its time window (RFC 8945). */
  public static final Rcode BADTIME = assigned(18, "BADTIME");

  /** A TKEY mode is bad (RFC 2930). */
  public static final Rcode BADMODE = assigned(19, "BADMODE");

  /** A key name is a duplicate (RFC 2930). */
  public static final Rcode BADNAME = assigned(20, "BADNAME");

  /** An algorithm is not supported (RFC 2930). */
  public static final Rcode BADALG = assigned(21, "BADALG");

  /** A message authentication code is cut too short (RFC 8945). */
  public static final Rcode BADTRUNC = assigned(22, "BADTRUNC");

  /** A server cookie is missing or wrong (RFC 7873). */
  public static final Rcode BADCOOKIE = assigned(23, "BADCOOKIE");

  private final int code;
  private final String mnemonic;

  private Rcode(int code, String mnemonic) {
    this.code = code;
    this.mnemonic = mnemonic;
  }

  private static Rcode assigned(int code, String mnemonic) {
    Rcode rcode = new Rcode(code, mnemonic);
    ASSIGNED[code] = rcode;
    return rcode;
  }

  /**
   * Returns the response code with that number.
   *
   * @throws IllegalArgumentException if the number is not 0 to 4095
   */
  public static Rcode of(int code) {
    if (code < 0 || code > MAX_CODE) {
      throw new IllegalArgumentException("response code " + code);
    }
    Rcode assigned = code < ASSIGNED.length ? ASSIGNED[code] : null;
    return assigned != null ? assigned : new Rcode(code, "RCODE" + code);
  }

  /** Returns the number, 0 to 4095. */
  public int code() {
    return code;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Rcode other && code == other.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /** Returns the mnemonic, or the like of {@code RCODE3841}. */
  @Override
  public String toString() {
    return mnemonic;
  }
}
