// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import org.jspecify.annotations.Nullable;

/**
 * The kind of a query: an open value of 4 bits.
 *
 * <p>RFC 1035 4.1.1, RFC 6895 2.2. A number without a mnemonic is written {@code OPCODE3}.
 */
public final class Opcode {
  /** Where the opcode stands in the header's second 16 bits. */
  static final int SHIFT = 11;

  private static final Opcode[] ALL = new Opcode[16];

  /** A standard query (RFC 1035). */
  public static final Opcode QUERY = assigned(0, "QUERY");

  /** An inverse query, obsolete (RFC 3425). */
  public static final Opcode IQUERY = assigned(1, "IQUERY");

  /** A server status request (RFC 1035). */
  public static final Opcode STATUS = assigned(2, "STATUS");

  /** A notice that a zone has changed (RFC 1996). */
  public static final Opcode NOTIFY = assigned(4, "NOTIFY");

  /** A dynamic update (RFC 2136). */
  public static final Opcode UPDATE = assigned(5, "UPDATE");

  /** A stateful operation (RFC 8490). */
  public static final Opcode DSO = assigned(6, "DSO");

  static {
    for (int code = 0; code < ALL.length; code++) {
      if (ALL[code] == null) {
        assigned(code, "OPCODE" + code);
      }
    }
  }

  private final int code;
  private final String mnemonic;

  private Opcode(int code, String mnemonic) {
    this.code = code;
    this.mnemonic = mnemonic;
  }

  private static Opcode assigned(int code, String mnemonic) {
    ALL[code] = new Opcode(code, mnemonic);
    return ALL[code];
  }

  /**
   * Returns the opcode with that number.
   *
   * @throws IllegalArgumentException if the number is not 0 to 15
   */
  public static Opcode of(int code) {
    if (code < 0 || code >= ALL.length) {
      throw new IllegalArgumentException("opcode " + code);
    }
    return ALL[code];
  }

  /** Returns the number on the wire, 0 to 15. */
  public int code() {
    return code;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Opcode other && code == other.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /** Returns the mnemonic, or the like of {@code OPCODE3}. */
  @Override
  public String toString() {
    return mnemonic;
  }
}
