// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

/** The single bits of the header, in the order of the wire (RFC 1035 4.1.1, RFC 4035 3). */
public enum HeaderFlag {
  /** The message is a response. */
  QR(0x8000),
  /** The server is an authority for the name asked. */
  AA(0x0400),
  /** The message was cut to fit the transport. */
  TC(0x0200),
  /** The asker wants recursion. */
  RD(0x0100),
  /** The server offers recursion. */
  RA(0x0080),
  /** Reserved: zero, unless somebody is wrong. */
  Z(0x0040),
  /** The server says that the data is authentic. */
  AD(0x0020),
  /** The asker checks for itself. */
  CD(0x0010);

  /** All flags together. */
  static final int ALL = 0x87F0;

  private final int mask;

  HeaderFlag(int mask) {
    this.mask = mask;
  }

  /** Returns the one bit that the flag has in the header's second 16 bits. */
  public int mask() {
    return mask;
  }
}
