// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Arrays;
import java.util.Objects;

/**
 * The data of a type that Leafward does not take apart: its octets as they came.
 *
 * <p>RFC 3597: such data holds no compressed names and is compared octet by octet (sections 4, 6);
 * its text is {@code \# 4 0A000001} (section 5).
 *
 * @param type the type of the record
 * @param octets the RDATA, 0..65535 octets
 */
public record UnknownRData(RRType type, Octets octets) implements RData {
  /** The word that begins the generic text form. */
  static final String MARK = "\\#";

  private static final int MAX_OCTETS = 0xFFFF;

  /** Checks the length. */
  public UnknownRData {
    Objects.requireNonNull(type, "type");
    if (octets.length() > MAX_OCTETS) {
      throw new IllegalArgumentException("RDATA of " + octets.length() + " octets");
    }
  }

  /** Data of a type we know in a form that we do not: what was read of it already, and the rest. */
  static UnknownRData behind(RRType type, byte[] begin, WireReader in) {
    byte[] rest = in.rest();
    byte[] octets = Arrays.copyOf(begin, begin.length + rest.length);
    System.arraycopy(rest, 0, octets, begin.length, rest.length);
    return new UnknownRData(type, Octets.wrap(octets));
  }

  /** Reads the length and the hexadecimal digits, in any number of words. */
  static UnknownRData parseBehindMark(RRType type, TextReader in) throws TextFormatException {
    int length = in.u16();
    byte[] octets = in.hexToEnd();
    if (octets.length != length) {
      throw in.malformed(length + " octets in hexadecimal, not " + octets.length);
    }
    return new UnknownRData(type, Octets.wrap(octets));
  }

  @Override
  public void write(WireWriter out) {
    octets.write(out);
  }

  @Override
  public String toString() {
    return octets.isEmpty() ? MARK + " 0" : MARK + " " + octets.length() + " " + octets.hexBlocks();
  }
}
