// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;

/**
 * Octets that only hide how long a message is.
 *
 * <p>RFC 7830 section 3: they should be zero; others are accepted, and kept. Which length to pad to
 * (RFC 8467) is for the sender, on encrypted transports only.
 *
 * @param octets any octets
 */
public record Padding(Octets octets) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 12;

  /**
   * Makes padding of zeros.
   *
   * @param length 0 to 65535 octets, without the four of the option's code and length
   */
  public static Padding ofLength(int length) {
    OptionFields.checkU16("length", length);
    return new Padding(Octets.of(new byte[length]));
  }

  /** Reads the wire form. */
  static Padding read(WireReader in) {
    return new Padding(OptionFields.rest(in));
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    octets.write(out);
  }

  @Override
  public String toString() {
    return octets.isEmpty() ? "PAD:" : "PAD: (" + octets.length() + " bytes)";
  }
}
