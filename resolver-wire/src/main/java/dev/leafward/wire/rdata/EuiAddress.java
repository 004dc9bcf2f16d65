// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import java.util.HexFormat;

/**
 * Reads and writes link-layer addresses, whose text is {@code 00-00-5e-00-53-2a}.
 *
 * <p>RFC 7043 sections 3.2 and 4.2.
 */
final class EuiAddress {
  private static final HexFormat DASHED = HexFormat.ofDelimiter("-");

  private EuiAddress() {}

  static void check(int octets, Octets address) {
    if (address.length() != octets) {
      throw new IllegalArgumentException(
          "address has " + address.length() + " octets, not " + octets);
    }
  }

  static Octets read(int octets, WireReader in) throws WireFormatException {
    return Octets.wrap(in.octets(octets));
  }

  static Octets parse(int octets, TextReader in) throws TextFormatException {
    String expectation = octets + " pairs of hexadecimal digits parted by dashes";
    String word = in.token(expectation);
    try {
      Octets address = Octets.wrap(DASHED.parseHex(word));
      if (address.length() != octets) {
        throw in.malformed(expectation);
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw in.malformed(expectation);
    }
  }

  static String format(Octets address) {
    return DASHED.formatHex(address.toArray());
  }
}
