// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.name;

/** Says why a text or an octet string is no domain name, and at which position (RFC 1035 3.1). */
public final class InvalidNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  InvalidNameException(String reason, int position) {
    super(reason + " at position " + position);
    this.position = position;
  }

  /** Returns the index, from 0, of the character or octet where the fault was found. */
  public int position() {
    return position;
  }
}
