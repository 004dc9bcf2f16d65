// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

/**
 * Why a signed message is not accepted.
 *
 * <p>RFC 8945 sections 3 and 5.2. The numbers go into the error field of a TSIG record, where 16 is
 * BADSIG and not the BADVERS of EDNS.
 */
public enum TsigError {
  /** The message or its TSIG record is malformed, or it should be signed and is not. */
  FORMERR(1),
  /** The signature does not hold. */
  BADSIG(16),
  /** The key, or its use with this algorithm, is not known. */
  BADKEY(17),
  /** The signature was made too long ago, or in the future. */
  BADTIME(18),
  /** The signature holds, but less of it was sent than is wanted. */
  BADTRUNC(22),
  /** The other side sent an error that is not among these. */
  OTHER(0);

  private final int code;

  TsigError(int code) {
    this.code = code;
  }

  static TsigError of(int code) {
    for (TsigError error : values()) {
      if (error.code == code) {
        return error;
      }
    }
    return OTHER;
  }

  /** Returns the number on the wire; 0 for {@link #OTHER}. */
  public int code() {
    return code;
  }
}
