// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

/**
 * Says why octets are no DNS message, and where.
 *
 * <p>The one exception that hostile octets lead to. It carries no stack trace: under a flood of
 * malformed packets the trace would cost more than the decoding, and the offset says more.
 */
public final class WireFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int offset;

  /**
   * Makes an exception.
   *
   * @param reason what is wrong, without the place
   * @param offset the octet, counted from 0 at the start of the message, where it was noticed
   */
  public WireFormatException(String reason, int offset) {
    super(null, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  /** Returns what is wrong, without the place. */
  public String reason() {
    return reason;
  }

  /** Returns the octet, counted from 0 at the start of the message, where it was noticed. */
  public int offset() {
    return offset;
  }

  @Override
  public String getMessage() {
    return reason + " at octet " + offset;
  }
}
