// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Which algorithms a validator understands: DAU for signatures, DHU for DS digests, N3U for NSEC3
 * hashes.
 *
 * <p>RFC 6975 section 3: three options of one form, a list of numbers of 8 bits.
 *
 * @param code which of the three it is: {@link #DAU}, {@link #DHU} or {@link #N3U}
 * @param algorithms the algorithms' numbers, each 0 to 255
 */
public record AlgorithmsUnderstood(int code, List<Integer> algorithms) implements EdnsOption {
  /** The code for algorithms of DNSSEC signatures. */
  public static final int DAU = 5;

  /** The code for digest types of DS records. */
  public static final int DHU = 6;

  /** The code for hash algorithms of NSEC3 records. */
  public static final int N3U = 7;

  /** Checks the code and the ranges. */
  public AlgorithmsUnderstood {
    if (code < DAU || code > N3U) {
      throw new IllegalArgumentException("option code " + code + " is not 5, 6 or 7");
    }
    algorithms = List.copyOf(algorithms);
    algorithms.forEach(algorithm -> OptionFields.checkU8("algorithm", algorithm));
  }

  /** Reads the wire form of DAU. */
  static AlgorithmsUnderstood readDau(WireReader in) throws WireFormatException {
    return read(DAU, in);
  }

  /** Reads the wire form of DHU. */
  static AlgorithmsUnderstood readDhu(WireReader in) throws WireFormatException {
    return read(DHU, in);
  }

  /** Reads the wire form of N3U. */
  static AlgorithmsUnderstood readN3u(WireReader in) throws WireFormatException {
    return read(N3U, in);
  }

  private static AlgorithmsUnderstood read(int code, WireReader in) throws WireFormatException {
    List<Integer> algorithms = new ArrayList<>();
    while (in.hasRemaining()) {
      algorithms.add(in.u8());
    }
    return new AlgorithmsUnderstood(code, algorithms);
  }

  @Override
  public void write(WireWriter out) {
    algorithms.forEach(out::u8);
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
    algorithms.forEach(algorithm -> text.append(' ').append(algorithm));
    return text.toString();
  }
}
