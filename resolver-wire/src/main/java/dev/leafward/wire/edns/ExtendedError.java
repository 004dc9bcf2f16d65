// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import java.nio.charset.StandardCharsets;

/**
 * Why a response is as it is, beyond its response code: EDE.
 *
 * <p>RFC 8914 section 2. A hint for people: nothing authenticates it. The text is kept as octets,
 * as it need not be the UTF-8 it should be.
 *
 * @param infoCode what kind of error it is
 * @param extraText more about it, in UTF-8; may be empty
 */
public record ExtendedError(ExtendedErrorCode infoCode, Octets extraText) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 15;

  /** Makes an error that its code says all about. */
  public static ExtendedError of(ExtendedErrorCode infoCode) {
    return new ExtendedError(infoCode, Octets.EMPTY);
  }

  /** Makes an error with a text. */
  public static ExtendedError of(ExtendedErrorCode infoCode, String extraText) {
    return new ExtendedError(infoCode, Octets.of(extraText.getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads the wire form. */
  static ExtendedError read(WireReader in) throws WireFormatException {
    return new ExtendedError(ExtendedErrorCode.of(in.u16()), OptionFields.rest(in));
  }

  /**
   * Returns the extra text, without a null character at its end. Malformed UTF-8 is replaced; what
   * a terminal should not see is not.
   */
  public String text() {
    String text = new String(extraText.toArray(), StandardCharsets.UTF_8);
    return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(infoCode.code());
    extraText.write(out);
  }

  /** Returns the like of {@code EDE: 22 (No Reachable Authority): (at 192.0.2.1)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("EDE: ").append(infoCode.code());
    infoCode.description().ifPresent(it -> text.append(" (").append(it).append(')'));
    if (!extraText.isEmpty()) {
      text.append(": (").append(OptionFields.printable(extraText)).append(')');
    }
    return text.toString();
  }
}
