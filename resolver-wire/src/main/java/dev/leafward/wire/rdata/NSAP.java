// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An address of the OSI network layer.
 *
 * <p>RFC 1706 section 5: octets without further form here, which begin with an authority and format
 * identifier. Text is {@code 0x} and hexadecimal digits.
 *
 * @param address at least one octet
 */
public record NSAP(Octets address) implements RData {
  private static final String PREFIX = "0x";

  /** Checks the length. */
  public NSAP {
    Fields.checkNotEmpty("address", address);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NSAP read(WireReader in) throws WireFormatException {
    return new NSAP(Fields.rest(in, "address"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NSAP parse(TextReader in) throws TextFormatException {
    return new NSAP(parseAddress(in));
  }

  /** The digits may be grouped by dots, which mean nothing. */
  private static Octets parseAddress(TextReader in) throws TextFormatException {
    String expectation = "0x and pairs of hexadecimal digits, with dots anywhere between them";
    String word = in.token(expectation).toLowerCase(Locale.ROOT);
    try {
      Octets address = Octets.ofHex(word.substring(PREFIX.length()).replace(".", ""));
      if (!word.startsWith(PREFIX) || address.isEmpty()) {
        throw in.malformed(expectation);
      }
      return address;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw in.malformed(expectation);
    }
  }

  @Override
  public RRType type() {
    return RRType.NSAP;
  }

  @Override
  public void write(WireWriter out) {
    address.write(out);
  }

  @Override
  public String toString() {
    return PREFIX + HexFormat.of().formatHex(address.toArray());
  }
}
