// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import java.util.Objects;

/**
 * Which algorithms a validator understands: DAU for signatures, DHU for DS digests, N3U for NSEC3
 * hashes.
 *
 * <p>RFC 6975 section 3: three options of one form, a list of numbers of 8 bits.
 *
 * @param code which of the three it is: {@link #DAU}, {@link #DHU} or {@link #N3U}
 * @param algorithms the algorithms' numbers, one octet each: a list of numbers would take many
 *     times the room that hostile octets have on the wire
 */
public record AlgorithmsUnderstood(int code, Octets algorithms) implements EdnsOption {
  /** The code for algorithms of DNSSEC signatures. */
  public static final int DAU = 5;

  /** The code for digest types of DS records. */
  public static final int DHU = 6;

  /** The code for hash algorithms of NSEC3 records. */
  public static final int N3U = 7;

  /** Checks the code and that nothing is null. */
  public AlgorithmsUnderstood {
    if (code < DAU || code > N3U) {
      throw new IllegalArgumentException("option code " + code + " is not 5, 6 or 7");
    }
    Objects.requireNonNull(algorithms, "algorithms");
  }

  /**
   * Makes one of the three.
   *
   * @param code {@link #DAU}, {@link #DHU} or {@link #N3U}
   * @param algorithms the algorithms' numbers, each 0 to 255
   */
  public static AlgorithmsUnderstood of(int code, int... algorithms) {
    WireWriter out = WireWriter.uncompressed();
    for (int algorithm : algorithms) {
      OptionFields.checkU8("algorithm", algorithm);
      out.u8(algorithm);
    }
    return new AlgorithmsUnderstood(code, Octets.of(out.toByteArray()));
  }

  /** Reads the wire form of DAU. */
  static AlgorithmsUnderstood readDau(WireReader in) {
    return new AlgorithmsUnderstood(DAU, OptionFields.rest(in));
  }

  /** Reads the wire form of DHU. */
  static AlgorithmsUnderstood readDhu(WireReader in) {
    return new AlgorithmsUnderstood(DHU, OptionFields.rest(in));
  }

  /** Reads the wire form of N3U. */
  static AlgorithmsUnderstood readN3u(WireReader in) {
    return new AlgorithmsUnderstood(N3U, OptionFields.rest(in));
  }

  /** Tells whether an algorithm is among them. */
  public boolean understands(int algorithm) {
    for (int i = 0; i < algorithms.length(); i++) {
      if (algorithms.octetAt(i) == algorithm) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void write(WireWriter out) {
    algorithms.write(out);
  }

  /** Returns the like of {@code DAU: 8 13 15}. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            switch (code) {
              case DAU -> "DAU:";
              case DHU -> "DHU:";
              default -> "N3U:";
            });
    for (int i = 0; i < algorithms.length(); i++) {
      text.append(' ').append(algorithms.octetAt(i));
    }
    return text.toString();
  }
}
