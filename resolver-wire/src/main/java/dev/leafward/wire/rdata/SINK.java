// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * Data of any coding, of the days before such data had types of its own.
 *
 * <p>The kitchen-sink draft (draft-eastlake-kitchen-sink) of 1997, as BIND reads it.
 *
 * <pre>{@code
 * +---------+--------+-----------+--------+
 * | Meaning | Coding | Subcoding | Data   |
 * | u8      | u8     | u8        | octets |
 * +---------+--------+-----------+--------+
 * }</pre>
 *
 * @param meaning 0..255, what the data is about
 * @param coding 0..255, how it is encoded
 * @param subcoding 0..255, the variant of the coding
 * @param data any octets, possibly none
 */
public record SINK(int meaning, int coding, int subcoding, Octets data) implements RData {
  /** Checks the ranges. */
  public SINK {
    Fields.checkU8("meaning", meaning);
    Fields.checkU8("coding", coding);
    Fields.checkU8("subcoding", subcoding);
    Objects.requireNonNull(data, "data");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SINK read(WireReader in) throws WireFormatException {
    return new SINK(in.u8(), in.u8(), in.u8(), Fields.optionalRest(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SINK parse(TextReader in) throws TextFormatException {
    return new SINK(in.u8(), in.u8(), in.u8(), Fields.optionalBase64Rest(in));
  }

  @Override
  public RRType type() {
    return RRType.SINK;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(meaning);
    out.u8(coding);
    out.u8(subcoding);
    data.write(out);
  }

  @Override
  public String toString() {
    return meaning + " " + coding + " " + subcoding + Fields.optionalBase64(data);
  }
}
