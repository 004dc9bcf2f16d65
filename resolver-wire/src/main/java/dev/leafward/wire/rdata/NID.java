// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * A node identifier of the identifier-locator network protocol.
 *
 * <p>RFC 6742 section 2.1.
 *
 * <pre>{@code
 * +------------+----------+
 * | Preference | NodeID   |
 * | u16        | 8 octets |
 * +------------+----------+
 * }</pre>
 *
 * @param preference 0..65535, lower is tried first
 * @param nodeId all 64 bits
 */
public record NID(int preference, long nodeId) implements RData {
  /** Checks the range. */
  public NID {
    Fields.checkU16("preference", preference);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NID read(WireReader in) throws WireFormatException {
    return new NID(in.u16(), HexGroups.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NID parse(TextReader in) throws TextFormatException {
    return new NID(in.u16(), HexGroups.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.NID;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(preference);
    HexGroups.write(nodeId, out);
  }

  @Override
  public String toString() {
    return preference + " " + HexGroups.format(nodeId);
  }
}
