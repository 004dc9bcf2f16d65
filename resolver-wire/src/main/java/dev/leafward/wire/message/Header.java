// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import java.util.Locale;

/**
 * The header of a message, without the counts of its sections.
 *
 * <p>RFC 1035 4.1.1, RFC 4035 3 (AD and CD). The response code is whole: the 4 bits of the header
 * and the 8 bits that OPT adds to them (RFC 6891 6.1.3).
 *
 * @param id the number that ties a reply to its query: 0 to 65535
 * @param opcode the kind of query
 * @param flags the {@linkplain HeaderFlag#mask masks} of the flags that are set
 * @param rcode the response code
 */
public record Header(int id, Opcode opcode, int flags, Rcode rcode) {
  /** Checks the ranges. */
  public Header {
    if (id < 0 || id > 0xFFFF) {
      throw new IllegalArgumentException("message ID " + id);
    }
    if ((flags & ~HeaderFlag.ALL) != 0) {
      throw new IllegalArgumentException("header flags " + flags);
    }
  }

  /** Says whether a flag is set. */
  public boolean has(HeaderFlag flag) {
    return (flags & flag.mask()) != 0;
  }

  /** Says whether the message is a response (QR). */
  public boolean isResponse() {
    return has(HeaderFlag.QR);
  }

  /** Says whether the server is an authority for the name asked (AA). */
  public boolean isAuthoritative() {
    return has(HeaderFlag.AA);
  }

  /** Says whether the message was cut to fit the transport (TC). */
  public boolean isTruncated() {
    return has(HeaderFlag.TC);
  }

  /** Says whether the asker wants recursion (RD). */
  public boolean isRecursionDesired() {
    return has(HeaderFlag.RD);
  }

  /** Says whether the server offers recursion (RA). */
  public boolean isRecursionAvailable() {
    return has(HeaderFlag.RA);
  }

  /** Says whether the reserved bit is set (Z). */
  public boolean isReservedSet() {
    return has(HeaderFlag.Z);
  }

  /** Says whether the server calls the data authentic (AD). */
  public boolean isAuthenticData() {
    return has(HeaderFlag.AD);
  }

  /** Says whether the asker checks for itself (CD). */
  public boolean isCheckingDisabled() {
    return has(HeaderFlag.CD);
  }

  /** Returns the like of {@code QUERY NXDOMAIN id 4711 qr aa rd}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(opcode).append(' ').append(rcode).append(" id ").append(id);
    for (HeaderFlag flag : HeaderFlag.values()) {
      if (has(flag)) {
        text.append(' ').append(flag.name().toLowerCase(Locale.ROOT));
      }
    }
    return text.toString();
  }
}
