// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * What a host is: its CPU and its operating system.
 *
 * <p>RFC 1035 section 3.3.2. RFC 8482 section 4.2 made it the answer to queries for ANY.
 *
 * <pre>{@code
 * +--------+--------+
 * | CPU    | OS     |
 * | string | string |
 * +--------+--------+
 * }</pre>
 *
 * @param cpu the kind of CPU
 * @param os the operating system
 */
public record HINFO(CharacterString cpu, CharacterString os) implements RData {
  /** Checks that there are all fields. */
  public HINFO {
    Objects.requireNonNull(cpu, "cpu");
    Objects.requireNonNull(os, "os");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static HINFO read(WireReader in) throws WireFormatException {
    return new HINFO(CharacterString.read(in), CharacterString.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static HINFO parse(TextReader in) throws TextFormatException {
    return new HINFO(CharacterString.parse(in), CharacterString.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.HINFO;
  }

  @Override
  public void write(WireWriter out) {
    cpu.write(out);
    os.write(out);
  }

  @Override
  public String toString() {
    return cpu + " " + os;
  }
}
