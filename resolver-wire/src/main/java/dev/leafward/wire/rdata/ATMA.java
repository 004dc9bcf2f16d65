// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * An address in an ATM network.
 *
 * <p>The ATM Forum's AF-DANS-0152.000, section 3.
 *
 * <pre>{@code
 * +--------+---------+
 * | Format | Address |
 * | u8     | octets  |
 * +--------+---------+
 * }</pre>
 *
 * <p>Text is hexadecimal for an end system address, and a plus sign with digits for an E.164
 * number; both may hold dots when read. An address of any other format has only the generic text of
 * RFC 3597.
 *
 * @param format 0..255, {@link #END_SYSTEM} or {@link #E164} so far
 * @param address at least one octet; decimal digits in ASCII if the format is E.164
 */
public record ATMA(int format, Octets address) implements RData {
  /** The format of an ATM end system address (AESA). */
  public static final int END_SYSTEM = 0;

  /** The format of a telephone number. */
  public static final int E164 = 1;

  private static final String E164_SIGN = "+";

  /** Checks the range, and the digits. */
  public ATMA {
    Fields.checkU8("format", format);
    Fields.checkNotEmpty("address", address);
    if (format == E164 && !isDigits(address)) {
      throw new IllegalArgumentException("an E.164 address has decimal digits only");
    }
  }

  private static boolean isDigits(Octets address) {
    for (int i = 0; i < address.length(); i++) {
      if (address.octetAt(i) < '0' || address.octetAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static ATMA read(WireReader in) throws WireFormatException {
    int format = in.u8();
    Octets address = Fields.rest(in, "address");
    if (format == E164 && !isDigits(address)) {
      throw in.malformed("E.164 address with other than decimal digits");
    }
    return new ATMA(format, address);
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static ATMA parse(TextReader in) throws TextFormatException {
    String expectation = "pairs of hexadecimal digits, or + and decimal digits";
    String digits = in.token(expectation).replace(".", "");
    try {
      return digits.startsWith(E164_SIGN)
          ? new ATMA(E164, Octets.wrap(digits.substring(1).getBytes(StandardCharsets.UTF_8)))
          : new ATMA(END_SYSTEM, Octets.ofHex(digits));
    } catch (IllegalArgumentException e) {
      throw in.malformed(expectation);
    }
  }

  @Override
  public RRType type() {
    return RRType.ATMA;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(format);
    address.write(out);
  }

  @Override
  public String toString() {
    return switch (format) {
      case END_SYSTEM -> HexFormat.of().formatHex(address.toArray());
      case E164 -> E164_SIGN + new String(address.toArray(), StandardCharsets.US_ASCII);
      default -> Fields.generic(this);
    };
  }
}
