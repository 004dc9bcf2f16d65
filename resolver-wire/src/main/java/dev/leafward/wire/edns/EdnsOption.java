// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;

/**
 * One option of the OPT pseudo-record: a code and its data (RFC 6891 6.1.2).
 *
 * <p>Implementations are immutable and have value equality; their {@code toString} is the line that
 * dig prints, without its semicolon. Which codes are understood is in {@link EdnsOptionFormats}; an
 * option of another code, or one whose data is not what its code promises, is read as an {@link
 * UnknownOption}.
 */
public interface EdnsOption {
  /** Returns the code that IANA assigned: 0 to 65535. */
  int code();

  /** Writes the option's data as it stands on the wire, without code and length. */
  void write(WireWriter out);

  /** Returns what {@link #write} writes. */
  default Octets payload() {
    WireWriter out = WireWriter.uncompressed();
    write(out);
    return Octets.of(out.toByteArray());
  }
}
