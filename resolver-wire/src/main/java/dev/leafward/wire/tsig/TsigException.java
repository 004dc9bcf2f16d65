// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

/**
 * Says why a message's signature is not accepted.
 *
 * <p>Either we refuse what the other side sent, or it tells that it refused what we sent; see
 * {@link #isReport}. It carries no stack trace: forged messages may come in floods.
 */
public final class TsigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TsigError error;
  private final boolean report;

  private TsigException(TsigError error, boolean report, String reason) {
    super(error + ": " + reason, null, false, false);
    this.error = error;
    this.report = report;
  }

  static TsigException refusal(TsigError error, String reason) {
    return new TsigException(error, false, reason);
  }

  static TsigException report(TsigError error, String reason) {
    return new TsigException(error, true, reason);
  }

  /** Returns what is wrong. */
  public TsigError error() {
    return error;
  }

  /**
   * Tells whether it is the other side that refused our message. Such a report is often not signed,
   * may then be forged, and is no reason to stop waiting for the true response (RFC 8945 section
   * 5.3.2).
   */
  public boolean isReport() {
    return report;
  }
}
